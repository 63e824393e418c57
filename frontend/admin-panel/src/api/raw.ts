import { ApiError, problemOf } from "@sagashop/shared/api";
import { session } from "@sagashop/shared/session";

/** What goes into a query; whatever is empty is left out. */
export type Query = Record<string, string | number | undefined | null>;

export function withQuery(path: string, query: Query): string {
  const wanted = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") {
      wanted.set(name, String(value));
    }
  }
  const text = wanted.toString();
  return text ? `${path}?${text}` : path;
}

/** For routes that no service describes, such as those that the gateway answers itself. */
export async function send(path: string, init?: RequestInit): Promise<Response> {
  const response = await session.fetch(new Request(new URL(path, window.location.origin), init));
  if (!response.ok) {
    throw new ApiError(problemOf(response, await response.json().catch(() => null)));
  }
  return response;
}

export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, { signal })).json() as Promise<T>;
}

export async function post<T>(path: string, body: object): Promise<T> {
  const response = await send(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Saves what a route answers as a file, under the name that the server gives it. */
export async function saveFile(path: string, name: string): Promise<void> {
  const response = await send(path);
  const named = /filename="?([^";]+)"?/.exec(
    response.headers.get("Content-Disposition") ?? "",
  )?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = named ?? name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
