import { test as base, expect, type Page } from "@playwright/test";

/** What a browser writes by itself about an answer that the page expects and explains. */
const REFUSED_ANSWER =
  /^Failed to load resource: (the server responded with a status of (4\d\d|503)|net::ERR_FAILED)/;

interface Fixtures {
  /** Collects what pages complain of; a test ends with an error when there is anything. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const watch = (page: Page) => {
        page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
        page.on("console", (message) => {
          const kind = message.type();
          if ((kind === "error" || kind === "warning") && !REFUSED_ANSWER.test(message.text())) {
            complaints.push(`${page.url()}: ${message.text()}`);
          }
        });
      };
      context.pages().forEach(watch);
      context.on("page", watch);
      await use(complaints);
      expect(complaints, "what the pages complained of").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
