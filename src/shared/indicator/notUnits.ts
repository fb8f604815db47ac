import type { Unit } from './units.ts';

/** Words that look like a unit behind this number and are none. */
export function isNoUnit(
  text: string,
  at: number,
  unit: Unit,
  magnitude: string,
  numberStart: number,
  chinese: boolean,
): boolean {
  const behind = at + unit.text.length;
  const after = text.charAt(behind);
  if (unit.text === '条')
    return /^(?:主要|具体|政策|重点|惠企|工作)?(?:措施|意见|政策|举措|规定|底线|主线|要求|纪律|禁令)/.test(
      wordsFrom(text, behind),
    );
  // 300万吨级项目 is a class.
  if (after === '级') return true;
  if (unit.text === '度') return magnitude === '';
  // 365天不打烊 is a way of saying always; 60千瓦变压器 is a kind of thing.
  // 2标段 is which of them.
  if (unit.text === '标段') return true;
  if (unit.text === '天' && /^\d+小时/.test(wordsFrom(text, behind))) return true;
  if (unit.text === '天' && /^36[05]天/.test(text.slice(numberStart, at + 1)))
    return /[\u4e00-\u9fff]/.test(after);
  // 横跨800米大河, 800米高空: a kind of thing.
  if (unit.text === '米') return /^(?:大河|大江|高空|深井|冲刺|接力)/.test(wordsFrom(text, behind));
  if (unit.text === '千瓦') return /^(?:变压器|发电机|电机)/.test(wordsFrom(text, behind));
  // 培训班6期 is a count, 园区二期 and 本期 are not.
  if (unit.text === '期') {
    return chinese || !COUNTED_ISSUES.test(text.slice(Math.max(0, numberStart - 14), numberStart));
  }
  if (unit.text === '人') return after === '大';
  if (unit.text === '方') return /[面式案向便可法位]/.test(after);
  if (unit.text === '里') return chinese;
  if (unit.text === '次') {
    return (
      /^[会全性]|^(?:党代|人代|代表)/.test(wordsFrom(text, behind)) ||
      /(?:连续|每[年月周季度日天]*|至少|第)$/.test(
        text.slice(Math.max(0, numberStart - 4), numberStart),
      )
    );
  }
  // 前3名 is a position.
  const counts = unit.text === '名' || unit.text === '位';
  if (counts && text.charAt(numberStart - 1) === '前') return true;
  if (unit.text === '位' && /[移升进降退跃]$/.test(text.charAt(numberStart - 1))) return true;
  if (unit.text === '位') return after === '数' || after === '于' || after === '居';
  if (unit.text === '面') return after === '积' || after === '对' || after === '向';
  // 分为3组轮流值守: how something is divided.
  const before = text.charAt(numberStart - 1);
  if (
    ENDS_AS_DIVIDED.includes(before) &&
    DIVIDED.test(text.slice(Math.max(0, numberStart - 3), numberStart))
  )
    return true;
  // 每户建1本明白账: one for each is a rule.
  if (isOneForEach(text, numberStart, at)) return true;
  // 晒出3张清单, 用好两张网: a way of speaking.
  if (unit.text === '张') return /^(?:清单|网|表|图|名片|牌|答卷)/.test(wordsFrom(text, behind));
  // 产品远销20多个国家和地区
  if (unit.text === '个' && /^(?:国家|省份|省[市区])/.test(wordsFrom(text, behind))) return true;
  if (unit.text === '个')
    return (
      MEMBERS.test(text.slice(behind, behind + 16)) || /[一二两三四五六七八九十百千]/.test(after)
    );
  return false;
}

function wordsFrom(text: string, at: number): string {
  return text.slice(at, at + 8);
}

function isOneForEach(text: string, numberStart: number, unitStart: number): boolean {
  if (unitStart - numberStart !== 1 || text.charAt(numberStart) !== '1') return false;
  return EACH_HAS.test(text.slice(Math.max(0, numberStart - 10), numberStart));
}

const ENDS_AS_DIVIDED = '为成设';
const DIVIDED = /(?:分为|分成|分设|编为|编成)$/;
const EACH_HAS = /[每各](?:个)?[户村人组社镇乡校家名][^,。;:\d]{0,6}$/;

/** 在全市42个乡镇(街道)中: how many take part in a contest. */
const MEMBERS =
  /^(?:街道|乡镇|镇街?|镇区|镇办|县市区?|县区)(?:\([^()]{1,8}\)|[、和]?(?:街道|场|区|办事处|开发区|苏木))*(?:当?中|里|,|[^,。;\d]{0,10}(?:排名|考核|考评|评比))/;
const COUNTED_ISSUES = /(?:培训|讲座|讲堂|课堂|[班刊报]|专栏|活动)[^,。;]{0,3}$/;
