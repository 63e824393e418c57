import { SHOP_URL } from "./address";

/** The shop's API as other people use it while a test looks at a page. */
export class Caller {
  private constructor(private readonly token: string) {}

  static async signIn(email: string, password = "password"): Promise<Caller> {
    const { accessToken } = await send<{ accessToken: string }>("POST", "/auth/login", null, {
      email,
      password,
    });
    return new Caller(accessToken);
  }

  static async register(email: string, password: string): Promise<Caller> {
    const { accessToken } = await send<{ accessToken: string }>("POST", "/auth/register", null, {
      email,
      password,
      firstName: "Robin",
      lastName: "Field",
    });
    return new Caller(accessToken);
  }

  get<T>(path: string): Promise<T> {
    return send("GET", path, this.token);
  }

  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    return send("POST", path, this.token, body, headers);
  }

  put<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    return send("PUT", path, this.token, body, headers);
  }
}

async function send<T>(
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`${SHOP_URL}/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  }
  return (text ? JSON.parse(text) : undefined) as T;
}
