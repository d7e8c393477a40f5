/** A paper on the screen: a leaf at a time, back and forth, and at the end a look over all before it is handed in. */
import { isExercise } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { AskedField, useParts } from './Asked'
import type { Draft } from './answering'
import { Heading } from './Heading'
import { type Leaf, type Paper, open, responseTo, top } from './paper'
import { Picture } from './Picture'
import { Prose } from './Prose'
import { examWords } from './words'
import './paper.css'

/** `from`: the name of the module that the leaf on top is from, where they are several. `stops`: closing keeps the place. */
type Props = {
  paper: Paper; leaves: readonly Leaf[]; title: string; from?: string | undefined; handIn: string; note?: string | undefined
  onDraft: (draft: Draft) => void; onTurn: (at: number) => void; onHandIn: () => void; onClose: () => void
}

export function PaperView(props: Props) {
  const { paper, leaves, title } = props
  const leaf = top(paper, leaves)
  return (
    <>
      <Bar {...props} />
      {leaf
        ? <Sheet key={leaf.key} {...props} leaf={leaf} />
        : <LookOver {...props} />}
      <p class="sr" role="status">{leaf ? examWords().place(paper.at + 1, leaves.length) : title}</p>
    </>
  )
}

function Bar({ paper, leaves, onClose }: Props) {
  const text = examWords()
  const look = (leaf: Leaf, at: number) =>
    at === paper.at ? 'n' : !isExercise(leaf.card) || responseTo(paper, leaf) !== null ? 'd' : ''
  return (
    <header class="top in">
      <button type="button" class="icon" aria-label={text.close} onClick={onClose}><Icon name="x" /></button>
      <div class="play-steps" role="img" aria-label={text.place(Math.min(paper.at + 1, leaves.length), leaves.length)}>
        <ol class="steg" aria-hidden="true">{leaves.map((leaf, at) => <li key={leaf.key} class={look(leaf, at)} />)}</ol>
      </div>
      <span class="icon" />
    </header>
  )
}

function Sheet({ leaf: { key, card }, paper, leaves, from, note, onDraft, onTurn }: Props & { leaf: Leaf }) {
  const text = examWords()
  const last = paper.at === leaves.length - 1
  const [{ showsPicture }] = useParts(card)
  const goOn = (event: SubmitEvent) => {
    event.preventDefault()
    onTurn(paper.at + 1)
  }
  return (
    <main class="play-main" lang={paper.language} data-card={card.id} data-version={leaves[paper.at]?.version}>
      <form class="play-form" onSubmit={goOn} noValidate>
        <div class="wrap stack play-content">
          {from && <p class="sm dim">{from}</p>}
          {note && paper.at === 0 && <p class="note sm"><Icon name="info" small /><span>{note}</span></p>}
          {card.picture && !showsPicture && <Picture picture={card.picture} />}
          {card.body && isExercise(card) && <Prose text={card.body} />}
          <Heading id="play-prompt">{card.prompt}</Heading>
          {card.body && !isExercise(card) && <Prose text={card.body} />}
          <AskedField card={card} seed={paper.seed} draft={paper.drafts[key] ?? null} labelledBy="play-prompt" onDraft={onDraft} />
        </div>
        <div class="play-dock paper-dock">
          {paper.at > 0 && <button type="button" class="btn s slim" onClick={() => onTurn(paper.at - 1)}>{text.back}</button>}
          <button class="btn p">{last ? text.lookOver : text.next}</button>
        </div>
      </form>
    </main>
  )
}

function LookOver({ paper, leaves, title, handIn, onTurn, onHandIn }: Props) {
  const text = examWords()
  const lacking = open(paper, leaves)
  return (
    <main class="play-main" lang={paper.language}>
      <div class="wrap stack play-content">
        <p class="sm dim">{title}</p>
        <Heading id="paper-over">{text.over}</Heading>
        <p>{lacking.length === 0 ? text.overWhy : text.lacking(lacking.length)}</p>
        <ol class="list">
          {leaves.map((leaf, at) => isExercise(leaf.card) && (
            <li key={leaf.key}>
              <button type="button" class="row" onClick={() => onTurn(at)}>
                <span class="grow"><span class="two">{leaf.card.prompt}</span></span>
                {lacking.includes(leaf)
                  ? <span class="chip b"><Icon name="info" />{text.unanswered}</span>
                  : <span class="chip g"><Icon name="ok" />{text.answered}</span>}
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div class="play-dock">
        <p class="sm play-missing" id="paper-missing" data-asked={lacking.length > 0}>{lacking.length > 0 && text.lacking(lacking.length)}</p>
        <button
          type="button" class="btn p" aria-disabled={lacking.length > 0} aria-describedby="paper-missing"
          onClick={() => (lacking.length > 0 ? onTurn(leaves.indexOf(lacking[0] as Leaf)) : onHandIn())}
        >
          {handIn}
        </button>
      </div>
    </main>
  )
}
