import { z } from 'zod';

/** As much of JSON Schema as zod writes. */
interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  minItems?: number;
}

type Random = () => number;

const pick = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor(random() * from.length)] as T;

/** Invents messages for a route: of its shape, and of its shape with one thing wrong. */
export class Messages {
  readonly #schema: Schema;
  readonly #random: Random;
  readonly #words: readonly string[];
  readonly #mostSame: number;
  readonly #invented = new Map<string, number>();

  /**
   * @param words strings to put in: ids that are there, paths, and whatever else may do harm.
   * @param mostSame how often a message may come again.
   */
  constructor(input: z.ZodType, words: readonly string[], random: Random, mostSame: number) {
    this.#schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
    this.#words = words;
    this.#mostSame = mostSame;
    this.#random = random;
  }

  next(): unknown {
    for (;;) {
      const message = this.#invent();
      const times = this.#invented.get(shown(message)) ?? 0;
      if (times === this.#mostSame) continue;
      this.#invented.set(shown(message), times + 1);
      return message;
    }
  }

  #invent(): unknown {
    const whole = this.#value(this.#schema, 0);
    return this.#random() < 0.4 ? whole : this.#spoil(whole, 0);
  }

  #value(schema: Schema, depth: number): unknown {
    const random = this.#random;
    if ('const' in schema) return schema.const;
    if (schema.enum) return pick(schema.enum, random);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.#value(pick(choices, random), depth);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((s) => this.#value(s, depth)));
    switch (schema.type) {
      case 'string':
        return pick(this.#words, random);
      case 'integer':
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return random() < 0.5;
      case 'null':
        return null;
      case 'array': {
        const length = (schema.minItems ?? 0) + Math.floor(random() * 3);
        return Array.from({ length }, () => this.#value(schema.items ?? {}, depth + 1));
      }
      case 'object':
        return this.#object(schema, depth);
      default:
        return this.#harmful();
    }
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema, depth: number) {
    const given = Object.entries(properties).filter(
      ([key]) => required.includes(key) || this.#random() < 0.5,
    );
    const object = Object.fromEntries(
      given.map(([key, schema]) => [key, this.#value(schema, depth + 1)]),
    );
    if (typeof additionalProperties === 'object' && depth < 4) {
      object[pick(this.#words, this.#random)] = this.#value(additionalProperties, depth + 1);
    }
    return object;
  }

  #number({ type, minimum = -1000, maximum = 1000 }: Schema): number {
    const low = Math.max(minimum, -1e6);
    const high = Math.min(maximum, 1e6);
    const number = low + this.#random() * (high - low);
    return type === 'integer' ? Math.floor(number) : number;
  }

  #spoil(value: unknown, depth: number): unknown {
    const random = this.#random;
    if (typeof value !== 'object' || value === null || random() < 0.2) return this.#harmful();
    if (Array.isArray(value)) {
      if (value.length === 0) return [this.#harmful()];
      const at = Math.floor(random() * value.length);
      return value.map((item, index) => (index === at ? this.#spoil(item, depth + 1) : item));
    }
    const entries = Object.entries(value);
    const kind = random();
    if (kind < 0.3 || entries.length === 0) {
      const key = pick(['path', 'filePath', 'file', '__proto__', 'constructor', 'id'], random);
      return Object.fromEntries([...entries, [key, this.#harmful()]]);
    }
    const at = Math.floor(random() * entries.length);
    if (kind < 0.5) return Object.fromEntries(entries.filter((_, index) => index !== at));
    return Object.fromEntries(
      entries.map(([key, item], index) => [
        key,
        index === at ? this.#spoil(item, depth + 1) : item,
      ]),
    );
  }

  #harmful(): unknown {
    const random = this.#random;
    return pick<() => unknown>(
      [
        () => pick(this.#words, random),
        () => pick([NaN, Infinity, -1, -0, 2 ** 53, 1e308, 0.5], random),
        () => pick([null, undefined, true, false], random),
        () => pick([[], {}, [[[]]], [null], { length: 1e9 }], random),
        () => JSON.parse('{"__proto__":{"path":"/etc/passwd"},"constructor":{"prototype":{}}}'),
        () => Array.from({ length: 2000 }, () => 0),
        () => '长'.repeat(Math.floor(random() * 70_000)),
        () => 10n,
        () => new Date(0),
        () => new Map([['path', '/etc/passwd']]),
      ],
      random,
    )();
  }
}

/** The beginning of a message in words, whatever is in it. */
export function shown(message: unknown): string {
  const words = JSON.stringify(message, (_key, value) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return String(words).slice(0, 300);
}
