import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../src/api/problem";
import { Session } from "../src/session/session";

const ADA = { id: 1, email: "ada@example.com", firstName: "Ada", lastName: "L", role: "CUSTOMER" };

/** Gives tokens `token-1`, `token-2` ..., of which only the newest is valid. */
function identity() {
  let issued = 0;
  let refreshes = 0;
  let cookie = true;
  const isValid = (request: Request) =>
    issued > 0 && request.headers.get("Authorization") === `Bearer token-${issued}`;
  return {
    get refreshes() {
      return refreshes;
    },
    expire: () => {
      issued++;
    },
    forget: () => {
      cookie = false;
    },
    handlers: [
      http.post("*/api/auth/login", async ({ request }) => {
        const { password } = (await request.json()) as { password: string };
        return password === "right"
          ? HttpResponse.json({ accessToken: `token-${++issued}` })
          : HttpResponse.json(
              { code: "INVALID_CREDENTIALS", message: "No.", traceId: "t-1" },
              { status: 401 },
            );
      }),
      http.post("*/api/auth/refresh-token", () => {
        refreshes++;
        return cookie
          ? HttpResponse.json({ accessToken: `token-${++issued}` })
          : HttpResponse.json({ code: "NO_SESSION" }, { status: 401 });
      }),
      http.post("*/api/auth/logout", () => new HttpResponse(null, { status: 204 })),
      http.get("*/api/users/me", ({ request }) =>
        isValid(request) ? HttpResponse.json(ADA) : new HttpResponse(null, { status: 401 }),
      ),
      http.post("*/api/orders", async ({ request }) =>
        isValid(request)
          ? HttpResponse.json({ got: await request.text() })
          : new HttpResponse(null, { status: 401 }),
      ),
    ],
  };
}

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => localStorage.clear());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function order(body: string) {
  return new Request(new URL("/api/orders", window.location.origin), { method: "POST", body });
}

describe("a session", () => {
  it("is opened by the cookie of an earlier visit", async () => {
    server.use(...identity().handlers);
    await new Session().signIn("ada@example.com", "right");
    const session = new Session();
    expect(session.current().kind).toBe("deciding");
    await session.start();
    expect(session.current()).toEqual({ kind: "signedIn", account: ADA });
  });

  it("is a guest's without one", async () => {
    const service = identity();
    server.use(...service.handlers);
    await new Session().signIn("ada@example.com", "right");
    service.forget();
    const session = new Session();
    await session.start();
    expect(session.current()).toEqual({ kind: "guest" });
  });

  it("asks for no token where nobody was signed in", async () => {
    const service = identity();
    server.use(...service.handlers);
    const session = new Session();
    await session.start();
    expect(session.current()).toEqual({ kind: "guest" });
    expect(service.refreshes).toBe(0);
  });

  it("renews an expired token once for all that wait, and repeats what they sent", async () => {
    const service = identity();
    server.use(...service.handlers);
    const session = new Session();
    await session.signIn("ada@example.com", "right");
    service.expire();
    const answers = await Promise.all(["a", "b", "c"].map((body) => session.fetch(order(body))));
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { got: "a" },
      { got: "b" },
      { got: "c" },
    ]);
    expect(service.refreshes).toBe(1);
  });

  it("ends when the token cannot be renewed, and passes the refusal on", async () => {
    const service = identity();
    server.use(...service.handlers);
    const session = new Session();
    await session.signIn("ada@example.com", "right");
    service.expire();
    service.forget();
    expect((await session.fetch(order("a"))).status).toBe(401);
    expect(session.current()).toEqual({ kind: "guest" });
  });

  it("stays open while the shop cannot be reached", async () => {
    const service = identity();
    server.use(...service.handlers);
    const session = new Session();
    await session.signIn("ada@example.com", "right");
    service.expire();
    server.use(http.post("*/api/auth/refresh-token", () => HttpResponse.error()));
    expect((await session.fetch(order("a"))).status).toBe(401);
    expect(session.current().kind).toBe("signedIn");
  });

  it("tells why somebody is not let in", async () => {
    server.use(...identity().handlers);
    const refused = new Session().signIn("ada@example.com", "wrong");
    await expect(refused).rejects.toBeInstanceOf(ApiError);
    await expect(refused).rejects.toMatchObject({
      problem: { code: "INVALID_CREDENTIALS", traceId: "t-1", status: 401 },
    });
  });
});
