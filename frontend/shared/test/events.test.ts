import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type LiveEvent, listen } from "../src/live/events";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function stream(text: string) {
  return new HttpResponse(text, { headers: { "Content-Type": "text/event-stream" } });
}

it("resumes after a break behind the last event", async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.get("*/api/orders/7/events", ({ request }) => {
      const last = request.headers.get("Last-Event-ID");
      asked.push(last);
      const next = Number(last ?? 0) + 1;
      return stream(`retry: 10\n\nid: ${next}\nevent: timeline\ndata: {"id":${next}}\n\n`);
    }),
  );
  const leaving = new AbortController();
  const events: LiveEvent[] = [];
  const connections: boolean[] = [];
  await listen(
    "/api/orders/7/events",
    {
      onEvent: (event) => {
        events.push(event);
        if (events.length === 2) {
          leaving.abort();
        }
      },
      onConnected: (connected) => connections.push(connected),
    },
    leaving.signal,
  );
  expect(asked).toEqual([null, "1"]);
  expect(events.map((event) => [event.name, event.data])).toEqual([
    ["timeline", { id: 1 }],
    ["timeline", { id: 2 }],
  ]);
  expect(connections).toEqual([true, false, true]);
});

it("gives up when it may not listen", async () => {
  let requests = 0;
  server.use(
    http.get("*/api/operations/events", () => {
      requests++;
      return new HttpResponse(null, { status: 403 });
    }),
  );
  const connections: boolean[] = [];
  await listen(
    "/api/operations/events",
    { onEvent: () => undefined, onConnected: (connected) => connections.push(connected) },
    new AbortController().signal,
  );
  expect(requests).toBe(1);
  expect(connections).toEqual([false]);
});
