import { execFileSync } from "node:child_process";

/** A command of `./shop` on the shop that is being tested; SHOP_COMMAND names the script. */
export function shop(...args: string[]): string {
  return shopWith({}, ...args);
}

/** The same with settings of the part that it starts. */
export function shopWith(settings: Record<string, string>, ...args: string[]): string {
  const command = process.env.SHOP_COMMAND;
  if (!command) {
    throw new Error("SHOP_COMMAND is not set, expected the path of ./shop");
  }
  return execFileSync(command, args, {
    encoding: "utf8",
    timeout: 120_000,
    env: { ...process.env, ...settings },
  });
}
