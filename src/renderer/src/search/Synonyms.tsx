import { useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import type { SearchRoute } from '../navigation/route.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { Chip } from '../ui/Labels.tsx';
import { Select } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { isStanding, narrowingOf, withWording, wordsOf } from './narrowing.ts';
import { onEnter } from './onEnter.ts';

interface Pair {
  term: string;
  wording: string;
}

/**
 * Other wordings of what was typed. None is searched for before it is pressed; those that nothing says
 * are dashed, and those the person added can be taken away.
 */
export function Synonyms({
  route,
  onChange,
}: {
  route: SearchRoute;
  onChange: (expansions: SearchRoute['expansions']) => void;
}) {
  const toast = useToast();
  const [adding, setAdding] = useState(false);
  const { expansions, query } = route;
  const words = wordsOf(query);
  const narrowing = { ...narrowingOf(route), expansions: undefined };
  const offered = useRequest('search.synonyms', words.length > 0 ? narrowing : null, {
    keepPrevious: true,
  });
  const add = useMutation('search.addSynonym', toast.fail);
  const remove = useMutation('search.removeSynonym', toast.fail);
  // While the next answer is under way the chips of words that are gone are not shown.
  const chips = (offered.value?.chips ?? []).filter(({ term }) => words.includes(term));
  if (words.length === 0) return null;

  const stand = (pair: Pair, standing: boolean) =>
    onChange(withWording(expansions, pair, standing));
  const addOwn = async (pair: Pair) => {
    setAdding(false);
    if ((await add.run(pair)) === undefined) return;
    offered.refresh();
    stand(pair, true);
  };
  const removeOwn = async (pair: Pair) => {
    if ((await remove.run(pair)) === undefined) return;
    stand(pair, false);
    offered.refresh();
    toast.done(`已删去同义词“${pair.wording}”。`, { label: '撤销', run: () => addOwn(pair) });
  };

  return (
    <fieldset className="synonyms">
      <legend className="visually-hidden">同义提法</legend>
      {chips.length > 0 && <span className="quiet">同义</span>}
      {chips.map(({ own, count, ...pair }) => {
        const pressed = isStanding(expansions, pair);
        const removal = own ? () => removeOwn(pair) : undefined;
        return (
          <span
            key={`${pair.term} ${pair.wording}`}
            className={count === 0 ? 'synonym synonym-none' : 'synonym'}
          >
            <Chip
              label={words.length > 1 ? `${pair.term}→${pair.wording}` : pair.wording}
              count={count}
              pressed={pressed}
              onPress={() => stand(pair, !pressed)}
              onRemove={pressed ? () => stand(pair, false) : removal}
            />
          </span>
        );
      })}
      <Button
        size="small"
        variant="text"
        icon={<PlusIcon size={14} />}
        onClick={() => setAdding(true)}
      >
        加同义词
      </Button>
      {adding && <AddSynonym words={words} onAdd={addOwn} onClose={() => setAdding(false)} />}
    </fieldset>
  );
}

function AddSynonym({
  words,
  onAdd,
  onClose,
}: {
  words: string[];
  onAdd: (pair: Pair) => void;
  onClose: () => void;
}) {
  const [term, setTerm] = useState(words[0] ?? '');
  const [wording, setWording] = useState('');
  const ready = wording.trim() !== '' && wording.trim() !== term;
  const add = () => {
    if (ready) onAdd({ term, wording: wording.trim() });
  };
  return (
    <Dialog
      open
      title={words.length > 1 ? '加一个同义词' : `“${term}”的同义词`}
      onClose={onClose}
      startIn="input"
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" disabled={!ready} onClick={add}>
            加入
          </Button>
        </>
      }
    >
      {words.length > 1 && (
        <Select
          name="替换哪个词"
          value={term}
          choices={words.map((word) => ({ value: word, label: word }))}
          onChange={setTerm}
        />
      )}
      <TextField
        label="同义词"
        hint="记在本机，以后检索这个词时一并列出；按下才算数。"
        maxLength={40}
        value={wording}
        onChange={(event) => setWording(event.target.value)}
        onKeyDown={onEnter(add)}
      />
    </Dialog>
  );
}
