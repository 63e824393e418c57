package dev.sagashop.identity.auth;

record TokenResponse(String accessToken, String tokenType) {

  static TokenResponse bearer(String accessToken) {
    return new TokenResponse(accessToken, "Bearer");
  }
}
