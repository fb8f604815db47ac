import { parseArgs } from 'node:util';
import { CallError } from './callError.ts';

const OPTIONS = {
  library: { type: 'string' },
  kind: { type: 'string' },
  locality: { type: 'string' },
  year: { type: 'string' },
  role: { type: 'string' },
  limit: { type: 'string' },
  'all-offsets': { type: 'boolean' },
  start: { type: 'string' },
  end: { type: 'string' },
  note: { type: 'string' },
  category: { type: 'string' },
  tags: { type: 'string' },
  pdf: { type: 'string' },
  docx: { type: 'string' },
  home: { type: 'string' },
  title: { type: 'string' },
  preview: { type: 'boolean' },
} as const;

export interface CommandCall {
  command: string;
  operands: string[];
  options: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
}

/** There are no options of one dash: -改厕 is a word to leave out of a search, or a call of it. */
function wordsLast(argv: readonly string[]): string[] {
  const isWord = (argument: string) => /^-[^-]/u.test(argument);
  if (argv.includes('--')) return [...argv];
  return [...argv.filter((each) => !isWord(each)), '--', ...argv.filter(isWord)];
}

/** @throws CallError when there is no command or an option is unknown. */
export function parseCall(argv: string[]): CommandCall {
  try {
    const { values, positionals } = parseArgs({
      args: wordsLast(argv),
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    const [command, ...operands] = positionals;
    if (command === undefined) throw new CallError('没有写命令。可用的命令见 README。');
    return { command, operands, options: values };
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError(`参数不对：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws CallError unless the option is a whole number. */
export function wholeNumber(name: string, value: string | undefined): number {
  const number = Number(value);
  if (value === undefined || !Number.isInteger(number)) {
    throw new CallError(`--${name} 要写一个整数。`);
  }
  return number;
}

/** @throws CallError unless there are between `least` and `most` operands. */
export function requireOperands(
  { command, operands }: CommandCall,
  least: number,
  most = least,
): string[] {
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? `${least}` : `${least}—${most}`;
    throw new CallError(`${command} 需要 ${wanted} 个参数，给了 ${operands.length} 个。`);
  }
  return operands;
}
