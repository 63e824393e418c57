package dev.sagashop.identity.session;

/** What became of a refresh token that somebody showed. */
public sealed interface Exchange {

  /**
   * The token was good and is used up now.
   *
   * @param next the one that takes its place
   */
  record Renewed(long userId, RefreshToken next) implements Exchange {}

  /** Nobody has such a token, or its sign-in has ended. */
  record Unknown() implements Exchange {}

  /** It was good for too long. */
  record Expired() implements Exchange {}

  /** It was used before: somebody has a copy, so the whole sign-in has ended. */
  record Reused() implements Exchange {}
}
