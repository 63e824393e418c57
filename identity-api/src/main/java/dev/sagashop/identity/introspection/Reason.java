package dev.sagashop.identity.introspection;

/** Why a token is not good; clients of the earlier system know most of these. */
enum Reason {
  TOKEN_MISSING,
  TOKEN_MALFORMED,
  TOKEN_HEADER_INVALID,
  TOKEN_ALG_INVALID,
  TOKEN_KID_UNKNOWN,
  TOKEN_SIGNATURE_INVALID,
  TOKEN_PAYLOAD_INVALID,
  TOKEN_USER_ID_MISSING,
  TOKEN_ISSUER_INVALID,
  TOKEN_AUDIENCE_INVALID,
  TOKEN_TYPE_INVALID,
  TOKEN_EXP_MISSING,
  TOKEN_EXPIRED,
  /** Good from a later moment on. */
  TOKEN_NOT_YET_VALID
}
