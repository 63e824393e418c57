/** What refusals mean that no first page meets, by their codes; each app adds them to its own words. */
export const refusals = {
  BAD_CREDENTIALS: "E-mail or password is wrong.",
  EMAIL_IN_USE: "There is an account with this e-mail already.",
  CATALOG_UNAVAILABLE: "Prices cannot be looked up at the moment. Nothing was ordered; try again.",
  CONTENT_TOO_LARGE: "That is too large to be sent.",
  TOO_MANY_ATTEMPTS: "There were too many attempts. Wait a while, then try again.",
  TOO_MANY_STREAMS:
    "Many people are watching at the moment. The page asks by itself until there is room.",
  CROSS_SITE: "This can only be done on the shop's own pages.",
  REFRESH_TOKEN_INVALID: "Your session has ended. Sign in again.",
  REFRESH_TOKEN_EXPIRED: "Your session has ended. Sign in again.",
  REFRESH_TOKEN_REUSED: "Your session was ended to keep your account safe. Sign in again.",
  ORDER_NOT_FOUND: "There is no such order.",
  PRODUCT_NOT_FOUND: "There is no such product any more.",
  PRODUCT_NOT_AVAILABLE: "This product is not sold at the moment.",
  CATALOG_REFUSED: "A product in it is not for sale any more. Nothing was ordered.",
  INSUFFICIENT_STOCK: "There is not enough of it in stock.",
  TOTAL_TOO_LARGE: "The total is larger than one order can be.",
  IDEMPOTENCY_KEY_REUSED:
    "Something else was sent from here before. Load the page again, then repeat it.",
  ORDER_ALREADY_CANCELLED: "The order is cancelled already.",
  ORDER_DELIVERED: "The order was delivered and cannot be cancelled any more.",
  REFUND_IN_PROGRESS: "The money of this order is on its way back already.",
  REFUND_FAILED: "The refund of this order was refused. Support looks after it.",
  PAYMENT_NOT_FOUND: "Nothing was charged for this order.",
  USER_NOT_FOUND: "There is no such account.",
} as const;
