/** What a text that somebody pasted may be the name of. */
export type Meaning =
  | { kind: "order"; id: number }
  | { kind: "refund"; id: number }
  | { kind: "product"; id: number }
  | { kind: "sku"; sku: string }
  | { kind: "email"; email: string };

/** Longer numbers are no ids, and would lose digits. */
const LONGEST = 15;

/** The likely meanings of a text, the likeliest first. A bare number may name several things. */
export function meaningsOf(pasted: string): Meaning[] {
  const text = pasted.trim();
  const named = /^(?:(checkout|order|refund|product)[-\s:#]*)?#?(\d+)$/i.exec(text);
  if (named?.[2] && named[2].length <= LONGEST) {
    const id = Number(named[2]);
    switch (named[1]?.toLowerCase()) {
      case "checkout":
      case "order":
        return [{ kind: "order", id }];
      case "refund":
        return [{ kind: "refund", id }];
      case "product":
        return [{ kind: "product", id }];
      default:
        return [
          { kind: "order", id },
          { kind: "product", id },
        ];
    }
  }
  if (/^\S+@\S+$/.test(text)) {
    return [{ kind: "email", email: text }];
  }
  return /^[A-Za-z][\w.-]*\d[\w.-]*$/.test(text) ? [{ kind: "sku", sku: text }] : [];
}
