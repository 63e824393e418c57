/** Where the shop runs that is tested; `./shop test` starts one of its own and says where. */
export const SHOP_URL = process.env.SHOP_URL ?? "http://127.0.0.1:8080";
