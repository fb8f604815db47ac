const DIGITS = '〇一二三四五六七八九';
const CAPITAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** 1…99 as headings count: 一, 十, 十一, 二十三. Digit by digit above, where no heading goes. */
function chinese(value: number, digits: string, ten: string): string {
  if (value > 99) return [...String(value)].map((digit) => digits[Number(digit)]).join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}${ten}`;
  return head + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''));
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = Math.min(value, 399);
  let text = '';
  for (const [step, letters] of steps) {
    while (left >= step) {
      text += letters;
      left -= step;
    }
  }
  return text;
}

/** One number of a list in a format of WordprocessingML (ST_NumberFormat, ISO/IEC 29500-1 17.18.59). */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || !Number.isInteger(value)) return String(value);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'taiwaneseDigital':
      return chinese(value, DIGITS, '十');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(value, CAPITAL_DIGITS, '拾');
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2474 + value - 1) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letter(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

function letter(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(0x60 + value) : String(value);
}
