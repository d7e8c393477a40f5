/** The studio: for those who make content. Which of its screens, by what follows `/studio`. */
import { navigate } from '../../router'
import { makes } from '../../session'
import { lazy } from '../../ui/Lazy'
import { Missing } from '../../ui/States'
import Calendar from './Calendar'
import Foreseeing from './calendar/Foreseeing'
import TranslationPage from './exchange/TranslationPage'
import Translations from './exchange/Translations'
import Import from './Import'
import Library from './media/Library'
import MediumPage from './media/MediumPage'
import Modules from './Modules'
import PathPage from './PathPage'
import PathEditor, { NewPath } from './paths/PathEditor'
import Pilots from './pilots/Pilots'
import Paths from './Paths'
import RequirementForm from './RequirementForm'
import Requirements from './Requirements'
import RunForm from './RunForm'
import Versions from './Versions'
import Attention from './statistics/Attention'
import ModuleStatistics from './statistics/ModuleStatistics'
import OddPlays from './statistics/OddPlays'
import './studio.css'

const Trial = lazy(() => import('../play/Trial'))
const Editor = lazy(() => import('./editor/Editor'))

export default function Studio({ place }: { place: string[] }) {
  const [first, id = '', last] = place
  if (!makes.value || place.length > 3) return <Missing />
  if (first === undefined) return <Modules onShown={Editor.ahead} />
  if (first === 'loyper' && !id) return <Paths />
  if (first === 'loyper' && id === 'ny' && !last) return <NewPath />
  if (first === 'utproving' && !last) return <Pilots key={id} module={id || null} />
  if (first === 'post' && id && !last) return <Editor key={id} id={id} />
  if (first === 'post' && id && last === 'versjoner') return <Versions key={id} id={id} />
  if (first === 'import' && !id) return <Import />
  if (first === 'oversettelser' && !id) return <Translations />
  if (first === 'oversettelser' && id && last) return <TranslationPage key={`${id}/${last}`} id={id} into={last} />
  if (first === 'medier' && !id) return <Library />
  if (first === 'medier' && id && !last) return <MediumPage key={id} hash={id} />
  if (first === 'kalender' && !id) return <Calendar />
  if (first === 'kalender' && id === 'forhandsvis' && !last) return <Foreseeing />
  if (first === 'krav' && !id) return <Requirements />
  if (first === 'krav' && id && !last) return <RequirementForm key={id} id={id === 'ny' ? null : id} />
  if (first === 'prove' && id && !last) return <Trial key={id} version={id} kind="look" onClose={back} />
  if (first === 'loype' && id && !last) return <PathPage key={id} path={id} />
  if (first === 'loype' && id && last === 'ny') return <RunForm key={id} path={id} />
  if (first === 'statistikk' && !id) return <Attention />
  if (first === 'statistikk' && id === 'forsok' && !last) return <OddPlays />
  if (first === 'post' && id && last === 'statistikk') return <ModuleStatistics key={id} module={id} />
  if (first === 'loype' && id && last === 'rediger') return <PathEditor key={id} id={id} />
  return <Missing />
}

function back(): void {
  if (history.length > 1) history.back()
  else navigate('/studio')
}
