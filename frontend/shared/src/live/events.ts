import { EventSourceParserStream } from "eventsource-parser/stream";
import { session } from "../session/session";

export interface LiveEvent {
  id: string | undefined;
  name: string;
  data: unknown;
}

export interface Listener {
  onEvent: (event: LiveEvent) => void;
  /** True while events arrive; false while whoever listens has to ask by itself. */
  onConnected: (connected: boolean) => void;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Listens to server-sent events until the signal aborts, and comes back after every break with the
 * id of the last event. `EventSource` cannot be used: it sends no token.
 */
export async function listen(path: string, listener: Listener, signal: AbortSignal): Promise<void> {
  let lastId: string | undefined;
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (lastId) {
        headers["Last-Event-ID"] = lastId;
      }
      const response = await session.fetch(
        new Request(new URL(path, window.location.origin), { headers, signal }),
      );
      if (response.ok && response.body) {
        listener.onConnected(true);
        pause = FIRST_PAUSE;
        lastId = await read(response.body, listener, lastId);
      } else if (response.status >= 400 && response.status < 500 && response.status !== 429) {
        listener.onConnected(false);
        return;
      }
    } catch {
      // The connection broke, or could not be made: the next round tries again.
    }
    if (!signal.aborted) {
      listener.onConnected(false);
      await sleep(pause * (0.5 + Math.random()), signal);
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  }
}

async function read(
  body: ReadableStream<Uint8Array>,
  listener: Listener,
  last: string | undefined,
): Promise<string | undefined> {
  let lastId = last;
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return lastId;
      }
      lastId = value.id ?? lastId;
      listener.onEvent({ id: value.id, name: value.event ?? "message", data: parse(value.data) });
    }
  } catch {
    return lastId;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
