import { port } from "./address";

/** Stops a saga from outside, as somebody might who does not know better. */
export async function terminate(workflowId: string): Promise<void> {
  const address = `http://127.0.0.1:${port("temporalHttp")}/api/v1/namespaces/shop/workflows`;
  const response = await fetch(`${address}/${workflowId}/terminate`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ reason: "Terminated by a test" }),
  });
  if (!response.ok) {
    throw new Error(
      `terminating ${workflowId} answered ${response.status}: ${await response.text()}`,
    );
  }
}
