import * as z from "zod/mini";
import { LETTER_STATES } from "../api/events";
import { oneOf, readable, words } from "../pages/search";

export const letterSearch = z.object({
  topic: words,
  state: oneOf(LETTER_STATES),
  /** Topic, partition and offset of the letter that is open. */
  open: readable(z.string().check(z.regex(/^[\w.-]{1,249}\/\d{1,9}\/\d{1,18}$/))),
});
