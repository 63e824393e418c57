import { ApiError, problemOf, unreachable } from "../api/problem";

export interface Account {
  id: number;
  email: string;
  firstName: string;
  lastName: string;
  role: string;
}

export type SessionState =
  | { kind: "deciding" }
  | { kind: "guest" }
  | { kind: "signedIn"; account: Account };

export interface Registration {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

/**
 * Says that this browser was signed in when it was last here. Without it nobody asks for a token,
 * which the service would refuse and the browser would report as an error.
 */
const RETURNING = "sagashop.returning";

/**
 * Who uses this page. The access token lives in memory only; the refresh token is a cookie that no
 * script can read. A request that meets 401 asks for a new token once, together with all others
 * that wait for it, and is sent again.
 */
export class Session {
  private token: string | null = null;
  private state: SessionState = { kind: "deciding" };
  private refreshing: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SessionState => this.state;

  /** Decides who this is by the cookie of an earlier visit. */
  async start(): Promise<void> {
    if (localStorage.getItem(RETURNING) && (await this.refresh().catch(() => false))) {
      await this.loadAccount().catch(() => this.end());
    } else {
      this.end();
    }
  }

  async signIn(email: string, password: string): Promise<Account> {
    return this.enter("/api/auth/login", { email, password });
  }

  async register(registration: Registration): Promise<Account> {
    return this.enter("/api/auth/register", registration);
  }

  async signOut(): Promise<void> {
    try {
      await send(new Request(address("/api/auth/logout"), { method: "POST" }));
    } finally {
      this.end();
    }
  }

  /** Like `fetch`, on behalf of whoever is signed in. */
  async fetch(request: Request): Promise<Response> {
    const again = request.clone();
    const used = this.token;
    const response = await send(this.authorized(request));
    if (response.status !== 401 || used === null) {
      return response;
    }
    const renewed = this.token !== used || (await this.refresh().catch(() => null));
    if (renewed === false) {
      this.end();
    }
    return renewed ? send(this.authorized(again)) : response;
  }

  private authorized(request: Request): Request {
    if (this.token) {
      request.headers.set("Authorization", `Bearer ${this.token}`);
    }
    return request;
  }

  private async enter(path: string, body: object): Promise<Account> {
    const response = await send(
      new Request(address(path), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
    await this.takeToken(response);
    return this.loadAccount();
  }

  private async takeToken(response: Response): Promise<void> {
    const body = await response.json().catch(() => null);
    if (!response.ok) {
      throw new ApiError(problemOf(response, body));
    }
    this.token = body.accessToken;
    localStorage.setItem(RETURNING, "yes");
  }

  /** True with a new token, false when nobody is signed in; throws when nobody can tell. */
  private refresh(): Promise<boolean> {
    this.refreshing ??= this.askForToken().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async askForToken(): Promise<boolean> {
    const response = await send(
      new Request(address("/api/auth/refresh-token"), { method: "POST" }),
    );
    if (response.status === 401 || response.status === 403) {
      return false;
    }
    await this.takeToken(response);
    return true;
  }

  private async loadAccount(): Promise<Account> {
    const response = await this.fetch(new Request(address("/api/users/me")));
    const body = await response.json().catch(() => null);
    if (!response.ok) {
      throw new ApiError(problemOf(response, body));
    }
    this.change({ kind: "signedIn", account: body });
    return body;
  }

  private end(): void {
    this.token = null;
    localStorage.removeItem(RETURNING);
    this.change({ kind: "guest" });
  }

  private change(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

function address(path: string): string {
  return new URL(path, window.location.origin).href;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw unreachable();
  }
}

/** The one of this page. */
export const session = new Session();
