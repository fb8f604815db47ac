/**
 * Small numbers for the characters that some word or pattern of this folder asks for. What is known of them stands in
 * tables by that number: those stay in the processor's nearest memory, where tables by code are spread too far.
 */
const numbers = new Uint16Array(0x10000);

/** Length of a table by number: more than there are characters in all words and patterns together. */
export const NUMBERED = 8192;

let given = 0;

/** The number of the character with this code; from now on it has one. */
export function giveNumber(code: number): number {
  if (numbers[code] === 0) {
    given += 1;
    if (given === NUMBERED) throw new Error('More characters than numbers');
    numbers[code] = given;
  }
  return numbers[code] as number;
}

/**
 * The number of the character at `at`, 0 where nothing asks for it. `at` must be within `text`: asked once for a place behind
 * its end, the compiled code of all who ask takes half as long again from then on.
 */
export function numberAt(text: string, at: number): number {
  return numbers[text.charCodeAt(at)] as number;
}

/** Adds a bit to what a table by number tells of each of the characters. */
export function addBit(table: Int32Array, characters: ReadonlySet<string>, bit: number): void {
  for (const character of characters) {
    const number = giveNumber(character.charCodeAt(0));
    table[number] = (table[number] as number) | bit;
  }
}
