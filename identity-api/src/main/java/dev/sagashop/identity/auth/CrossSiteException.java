package dev.sagashop.identity.auth;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A page of another site made a browser send this, with or without its user's knowledge. */
class CrossSiteException extends ProblemException {

  CrossSiteException() {
    super(
        HttpStatus.FORBIDDEN,
        "CROSS_SITE",
        "A page of another origin may not call this route; open the shop's own page.");
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
