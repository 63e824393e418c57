/** Where the shop runs that is tested; `./shop test` starts one of its own and says where. */
export const SHOP_URL = process.env.SHOP_URL ?? "http://127.0.0.1:8080";

/** Counted from the port of the gateway. */
const PLACES = { kafka: 12, temporalHttp: 22 } as const;

/** The port of a part that the gateway does not lead to. */
export function port(part: keyof typeof PLACES): number {
  return Number(new URL(SHOP_URL).port) + PLACES[part];
}
