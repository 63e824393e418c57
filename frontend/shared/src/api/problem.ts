/** What a service says about a request that it refuses; see docs/api of any service. */
export interface Problem {
  status: number;
  /** Stable, in upper case, for programs. */
  code: string;
  /** One sentence in English, for people. */
  message: string;
  /** By which support finds the request; null if the request reached nobody. */
  traceId: string | null;
  errors: { field: string; message: string }[];
  /** How long to wait before the same request is welcome, in seconds. */
  retryAfter: number | null;
  /** The whole body, for members of a single code (`refundable`, `available` ...). */
  details: Record<string, unknown>;
}

/** A request that a service refused, or could not carry out. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = "ApiError";
  }

  get code() {
    return this.problem.code;
  }

  get status() {
    return this.problem.status;
  }
}

/** The code of a request that reached nobody: the network is down, or the shop is. */
export const UNREACHABLE = "UNREACHABLE";

const text = (value: unknown) => (typeof value === "string" ? value : null);

export function problemOf(response: Response, body: unknown): Problem {
  const details = (typeof body === "object" && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  return {
    status: response.status,
    code: text(details.code) ?? `HTTP_${response.status}`,
    message: text(details.message) ?? text(details.error) ?? (response.statusText || "No details."),
    traceId: text(details.traceId) ?? response.headers.get("X-Trace-Id"),
    errors: Array.isArray(details.errors) ? details.errors : [],
    retryAfter: Number(response.headers.get("Retry-After")) || null,
    details,
  };
}

export function unreachable(): ApiError {
  return new ApiError({
    status: 0,
    code: UNREACHABLE,
    message: "The shop cannot be reached.",
    traceId: null,
    errors: [],
    retryAfter: null,
    details: {},
  });
}

/** What went wrong, whatever was thrown. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ApiError) {
    return error.problem;
  }
  return {
    status: 0,
    code: "UNEXPECTED",
    message: error instanceof Error ? error.message : String(error),
    traceId: null,
    errors: [],
    retryAfter: null,
    details: {},
  };
}

/** Whether the same request may succeed when it is repeated. */
export function isTransient(error: unknown): boolean {
  const { status, code } = problemFrom(error);
  return (
    code === UNREACHABLE || status === 429 || status === 502 || status === 503 || status === 504
  );
}
