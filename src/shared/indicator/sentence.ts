import type { Figure } from './binding.ts';
import { clauseAround } from './clauses.ts';
import {
  type FigureName,
  keyOfWords,
  NAMELESS,
  nameFigure,
  nameListed,
  nameOfWords,
} from './naming.ts';
import { LEAD } from './nearbyWords.ts';
import { completed, inUnitOf, leansOn, ofTheirs, sameThing, sumsUp } from './sameThing.ts';
import type { NamedFigure, SentenceWork } from './sentenceWork.ts';
import { describeUnsure, type UnsureFigure, unsureReason } from './unsure.ts';

/** Adds the figures of one sentence with their names, in order; those that cannot be told go to `unsure`. */
export function nameSentence(
  work: SentenceWork,
  found: NamedFigure[],
  unsure: UnsureFigure[],
): void {
  const { figures, view } = work;
  let inherited: FigureName | null = null;
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at] as Figure;
    if (figure.threshold || loneByItself(figure, figures)) continue;
    const clause = clauseAround(
      view.text,
      figure.quantity.start,
      figure.quantity.end,
      work.sentence,
    );
    const reason = figure.refusedFor ?? unsureReason(figure, view);
    if (reason !== null) {
      unsure.push(describeUnsure(work.text, view, figure.quantity, reason, clause));
      continue;
    }
    if (figure.owner?.change === figure) continue;
    if (fieldOfRank(figure, figures[at + 1])) continue;
    if (figure.names !== null) {
      for (const listed of figure.names) {
        const name = nameListed(listed, figure, work.vocabulary);
        const told = figure.kind === 'increase' ? rise(work, figure, name) : name;
        found.push({ work, figure, name: told, clause });
        inherited = name;
      }
      continue;
    }
    const named = figure.owner ?? figure;
    if (named.names !== null && named.names[0] !== undefined) {
      const name = nameListed(named.names[0], named, work.vocabulary);
      found.push({ work, figure, name, clause });
      continue;
    }
    const wordsStart =
      named.cueStart === figure.quantity.start
        ? clause[0]
        : clauseAround(view.text, named.cueStart, named.cueStart, work.sentence)[0];
    const place = named === figure ? at : figures.indexOf(named);
    const previous = lastBefore(figures, place);
    let name = nameFigure(
      view.text,
      named,
      {
        clauseStart: wordsStart,
        clauseEnd: clause[1],
        sentenceEnd: work.sentence.end,
        previous:
          previous?.owner === named || (named.baseOf === null && previous?.baseOf === named)
            ? null
            : previous,
        next: firstAfter(figures, place),
        sizeBehind: figures[place + 1]?.threshold === true ? (figures[place + 1] ?? null) : null,
      },
      work.vocabulary,
    );
    if (inherited !== null && '过超'.includes(name.name.charAt(0)) && OVER.test(name.name)) {
      name = { ...inherited, name: `${name.name}${inherited.name.replace(/^.*\d+万?[亩元]/, '')}` };
    }
    if (name.partOfName) continue;
    if (name.bareVerb) {
      const ahead = nameAhead(work, figures, place);
      if (ahead !== NAMELESS) name = ahead;
    }
    const summed =
      inherited !== null && sumsUp(view.text, wordsStart, named.quantity.start, inherited);
    if (name.bareVerb && inherited !== null && !summed) {
      const sameUnit = previous?.quantity.unit.text === named.quantity.unit.text;
      // 低保263户,发放3189万元: what was given to them.
      const given = named.quantity.unit.text === '元' && GIVING.test(name.name);
      if (sameUnit || given) name = sameThing(name.name, inherited, work.vocabulary);
    }
    // …,占债务总额2130万元的12.4%: what it is a share of is not what the words go on about.
    const ofWhole = name.name.startsWith('占') && named.quantity.unit.text !== '%';
    if (inherited !== null) {
      name = completed(name, named, previous, inherited, work.vocabulary);
      const before = view.text.slice(work.sentence.start, named.cueStart);
      name = ofTheirs(name, named, before, work.vocabulary);
    }
    if (name.name === '') {
      const carried =
        inherited !== null && !summed && leansOn(view.text, named, previous)
          ? inUnitOf(named, inherited, work.vocabulary)
          : null;
      name = nameInClauseBefore(work, wordsStart) ?? carried ?? nameAhead(work, figures, place);
    }
    if (name.name === '' && figure.kind !== 'value') {
      // A change of something that could not be read, such as a masked value before it.
      unsure.push(describeUnsure(work.text, view, figure.quantity, '没有找到所指的指标', clause));
      continue;
    }
    if (name.name !== '' && figure.kind !== 'rank' && !ofWhole) inherited = name;
    const told: [number, number] =
      named === figure && wordsStart < clause[0] ? [wordsStart, clause[1]] : clause;
    if (figure.kind === 'increase') name = rise(work, figure, name);
    found.push({ work, figure, name, clause: told });
  }
}

function firstAfter(figures: readonly Figure[], place: number): Figure | null {
  for (let at = place + 1; at < figures.length; at += 1) {
    const figure = figures[at];
    if (figure !== undefined && !figure.threshold) return figure;
  }
  return null;
}

function lastBefore(figures: readonly Figure[], place: number): Figure | null {
  for (let at = place - 1; at >= 0; at -= 1) {
    const figure = figures[at];
    if (figure !== undefined && !figure.threshold) return figure;
  }
  return null;
}

/** The rise is no value of the indicator itself: it gets a name and a row of its own. */
function rise({ view, vocabulary }: SentenceWork, figure: Figure, told: FigureName): FigureName {
  if (figure.sign < 0) return { ...told, name: `${told.name}减少额`, key: null };
  const name = `${told.name}增加额`;
  const own = vocabulary.indicators.get(told.key ?? '')?.rise ?? null;
  // 人均增收3000元 is income, 养老金月人均提高191元 is not.
  const ofIncome = view.text.slice(figure.cueStart, figure.quantity.start).includes('收');
  return { ...told, name, key: own ?? (ofIncome ? keyOfWords(name, vocabulary) : null) };
}

/** 过1000亩园区2个,过500亩3个: the same things of another size. */
const OVER = /^[过超]\d+万?[亩元]$/;
/** 发放, 兑现: money that went to those counted before. */
const GIVING = /^(?:共|累计)?(?:发放|兑现|兑付|拨付)$/;

/** 财政总收入首次突破亿元,达到1.2亿元: the clause before names it, where no figure stands between. */
function nameInClauseBefore(work: SentenceWork, clauseStart: number): FigureName | null {
  const { text } = work.view;
  const end = clauseStart - 1;
  if (end <= work.sentence.start || text.charAt(end) !== ',') return null;
  const [start] = clauseAround(text, end, end, work.sentence);
  const words = text.slice(start, end);
  const milestone =
    /(?:首次|历史性|再次|连续|实现)*(?:(?:突破|跨越|迈上|跃上|站上|跨上|迈过)[^,]{0,12}|翻了?[一两二三]?番|(?:再)?创(?:历史)?新高|(?:稳步|持续|大幅|快速|较快|平稳|稳定|逐年|不断)(?:增长|提高|提升|增加|上升|攀升)|稳中有[升进])$/.exec(
      words,
    );
  if (milestone !== null) return nameOfWords(words.slice(0, milestone.index), work.vocabulary);
  // 固定资产投资持续发力,全年完成42亿元: it opens with a name of the shared list and states nothing.
  const told = LEAD.removeFrom(words);
  const listed = work.vocabulary.aliases.first(told, 0, told.length);
  if (listed?.start !== 0 || !/^[\u4e00-\u9fff]+$/.test(told) || /[和与及]/.test(told)) return null;
  if (listed.named.broad) return null;
  return nameOfWords(told.slice(0, listed.end), work.vocabulary);
}

/** 做好411户、706人已脱贫人员…: a figure at the head of a list takes the name behind the list. */
function nameAhead(work: SentenceWork, figures: readonly Figure[], at: number): FigureName {
  const figure = figures[at];
  const next = figures[at + 1];
  if (figure === undefined || next === undefined) return NAMELESS;
  const joint = work.view.text.slice(figure.quantity.end, next.quantity.start);
  const household = figure.quantity.unitText === '户' && /^[人名口]$/.test(next.quantity.unitText);
  if (!/^[、和及]$/.test(joint) && !(joint === '' && household)) return NAMELESS;
  const clause = clauseAround(
    work.view.text,
    next.quantity.start,
    next.quantity.end,
    work.sentence,
  );
  const name = nameFigure(
    work.view.text,
    next,
    {
      clauseStart: clause[0],
      clauseEnd: clause[1],
      sentenceEnd: work.sentence.end,
      previous: figure,
      next: figures[at + 2] ?? null,
      sizeBehind: null,
    },
    work.vocabulary,
  );
  return name.after ? name : NAMELESS;
}

/** 一个中心, 三大攻坚: a single Chinese numeral counts only in 由三个增加到八个 and in lists. */
function loneByItself(figure: Figure, figures: readonly Figure[]): boolean {
  if (!figure.quantity.lone || figure.baseOf !== null || figure.names !== null) return false;
  return !figures.some((each) => each.baseOf === figure);
}

/** 15个 of 全市15个镇街区第一名 belongs to the rank. */
function fieldOfRank(figure: Figure, next: Figure | undefined): boolean {
  const of = next?.quantity.rank?.of;
  if (next === undefined || of == null || figure.kind !== 'value') return false;
  const near = next.quantity.start - figure.quantity.end <= 24;
  return near && Number(figure.quantity.value.digits) === of;
}
