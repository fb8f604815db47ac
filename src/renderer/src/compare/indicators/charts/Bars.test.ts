import { expect, it } from 'vitest';
import { nameLines } from './Bars.tsx';

it.each([
  ['岭前镇', '岭前镇', ['岭前镇']],
  ['岭前镇2020', '岭前镇', ['岭前镇', '2020年']],
  ['乌兰诺尔图苏木2013', '乌兰诺尔图苏木', ['乌兰诺尔…', '2013年']],
  ['2020年', '岭前镇', ['2020年']],
])('the name %s of %s is drawn as %j', (name, town, lines) => {
  expect(nameLines(name, town)).toEqual(lines);
});
