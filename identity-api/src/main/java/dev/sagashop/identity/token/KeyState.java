package dev.sagashop.identity.token;

/** The life of a signing key, in this order. */
enum KeyState {
  /** Published, so that every verifier knows it before the first token comes. */
  NEXT,
  /** Signs. */
  ACTIVE,
  /** Published until the last token that it signed has expired. */
  RETIRED,
  /** Forgotten but for its name; the private half is deleted. */
  EXPIRED
}
