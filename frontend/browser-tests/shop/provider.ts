import { shop } from "./command";

/** Runs with the payment provider in another mood, and puts it back whatever happens. */
export async function whileProvider(mood: string[], work: () => Promise<void>): Promise<void> {
  shop("provider", ...mood);
  try {
    await work();
  } finally {
    shop("provider", "approve");
  }
}
