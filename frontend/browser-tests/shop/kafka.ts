import { connect } from "node:net";
import { port } from "./address";

/**
 * The few words of Kafka's protocol that make its faults: a record of any content, and a topic
 * that takes none. The web apps never speak to Kafka, so the tests have no client of it.
 */
const PRODUCE = { key: 0, version: 3 };
const ALTER_CONFIGS = { key: 44, version: 0 };
const TOPIC = 2;
const SET = 0;
const DELETE = 1;

/** By this the tests of the contract tell what they have to leave out. */
const WRITTEN_BY_TEST = "written-by-test";

/** Writes a record that no service would write. */
export async function writeRecord(topic: string, key: string, value: string): Promise<void> {
  const records = batch(key, value);
  const body = [int16(-1), int16(-1), int32(30_000), int32(1), text(topic)];
  const answer = await ask(PRODUCE, [...body, int32(1), int32(0), int32(records.length), records]);
  // After the number of topics, the name of the one, the number of partitions and the one.
  refuse(answer.readInt16BE(4 + 2 + topic.length + 4 + 4), `writing to ${topic}`);
}

/** Runs while a topic refuses all but the smallest records, and lets it be afterwards. */
export async function whileTopicRefuses(topic: string, work: () => Promise<void>): Promise<void> {
  await limit(topic, SET);
  try {
    await work();
  } finally {
    await limit(topic, DELETE);
  }
}

async function limit(topic: string, operation: number): Promise<void> {
  const config = [
    text("max.message.bytes"),
    int8(operation),
    operation === SET ? text("100") : int16(-1),
  ];
  const resource = [int8(TOPIC), text(topic), int32(1), ...config];
  const answer = await ask(ALTER_CONFIGS, [int32(1), ...resource, int8(0)]);
  // After the time of throttling and the number of topics.
  refuse(answer.readInt16BE(8), `the limit of ${topic}`);
}

function refuse(error: number, what: string): void {
  if (error !== 0) {
    throw new Error(`Kafka answers ${what} with error ${error}, expected 0`);
  }
}

/** One request, and what comes behind the header of its answer. */
function ask(api: { key: number; version: number }, body: Buffer[]): Promise<Buffer> {
  const head = [int16(api.key), int16(api.version), int32(1), text("browser-tests")];
  const request = Buffer.concat([...head, ...body]);
  const socket = connect(port("kafka"), "127.0.0.1");
  return new Promise<Buffer>((resolve, reject) => {
    let answer = Buffer.alloc(0);
    socket.setTimeout(30_000, () => reject(new Error("Kafka did not answer within 30 s")));
    socket.on("error", reject);
    socket.on("data", (part) => {
      answer = Buffer.concat([answer, part]);
      if (answer.length >= 4 && answer.length >= 4 + answer.readInt32BE(0)) {
        resolve(answer.subarray(8));
      }
    });
    socket.on("close", () => reject(new Error("Kafka closed the connection")));
    socket.write(Buffer.concat([int32(request.length), request]));
  }).finally(() => socket.destroy());
}

function batch(key: string, value: string): Buffer {
  const header = [varint(1), sized(WRITTEN_BY_TEST), sized("browser")];
  const record = Buffer.concat([
    int8(0),
    varint(0),
    varint(0),
    sized(key),
    sized(value),
    ...header,
  ]);
  const now = int64(BigInt(Date.now()));
  const producer = [int64(-1n), int16(-1), int32(-1)];
  const counted = [int16(0), int32(0), now, now, ...producer, int32(1)];
  const content = Buffer.concat([...counted, varint(record.length), record]);
  const behind = Buffer.concat([int32(-1), int8(2), uint32(crc32c(content)), content]);
  return Buffer.concat([int64(0n), int32(behind.length), behind]);
}

function written(size: number, write: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(size);
  write(buffer);
  return buffer;
}

const int8 = (value: number) => written(1, (buffer) => buffer.writeInt8(value));
const int16 = (value: number) => written(2, (buffer) => buffer.writeInt16BE(value));
const int32 = (value: number) => written(4, (buffer) => buffer.writeInt32BE(value));
const uint32 = (value: number) => written(4, (buffer) => buffer.writeUInt32BE(value));
const int64 = (value: bigint) => written(8, (buffer) => buffer.writeBigInt64BE(value));

function text(value: string): Buffer {
  return Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)]);
}

function sized(value: string): Buffer {
  return Buffer.concat([varint(Buffer.byteLength(value)), Buffer.from(value)]);
}

/** Of numbers that are not negative. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value * 2;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

/** The check sum of a batch, by Castagnoli's polynomial. */
function crc32c(content: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of content) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1;
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
