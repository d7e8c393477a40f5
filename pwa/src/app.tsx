/** Which screen stands there: by whether somebody is signed in, then by the address. */
import { useEffect } from 'preact/hooks'
import { request } from './api/client'
import type { ModuleDocument } from './api/types'
import { navigate, questionAddress, route } from './router'
import { current, expired, session } from './session'
import Today from './features/today'
import { idle, whenIdle } from './ui/idle'
import { lazy } from './ui/Lazy'
import { Missing, Skeleton } from './ui/States'

const SignIn = lazy(() => import('./features/sign-in'))
const Paths = lazy(() => import('./features/path'))
const QuestPage = lazy(() => import('./features/path/QuestPage'))
const Standings = lazy(() => import('./features/standings'))
const Race = lazy(() => import('./features/standings/Race'))
const League = lazy(() => import('./features/standings/League'))
const Walls = lazy(() => import('./features/walls'))
const Wall = lazy(() => import('./features/walls/Wall'))
const NewRace = lazy(() => import('./features/competitions'))
const History = lazy(() => import('./features/standings/History'))
const Week = lazy(() => import('./features/standings/Week'))
const JoinMeet = lazy(() => import('./features/competitions/Join'))
const NewGoal = lazy(() => import('./features/goals'))
const Profile = lazy(() => import('./features/profile'))
const Looks = lazy(() => import('./features/profile/Looks'))
const Points = lazy(() => import('./features/profile/Points'))
const Notes = lazy(() => import('./features/profile/Notes'))
const Said = lazy(() => import('./features/profile/Said'))
const Welcome = lazy(() => import('./features/welcome'))
const People = lazy(() => import('./features/people'))
const Person = lazy(() => import('./features/people/Person'))
const Newcomer = lazy(() => import('./features/people/Newcomer'))
const Inbox = lazy(() => import('./features/inbox'))
const Play = lazy(() => import('./features/play'))
const Trial = lazy(() => import('./features/play/Trial'))
const Practice = lazy(() => import('./features/play/Practice'))
const RunTest = lazy(() => import('./features/play/RunTest'))
const Round = lazy(() => import('./features/play/Round'))
const Explore = lazy(() => import('./features/path/Explore'))
const Questions = lazy(() => import('./features/help'))
const Question = lazy(() => import('./features/help/Thread'))
const Ask = lazy(() => import('./features/help/Ask'))
const Competence = lazy(() => import('./features/competence'))
const Check = lazy(() => import('./features/competence/Check'))
const LedCompetence = lazy(() => import('./features/competence/Led'))
const Reading = lazy(() => import('./features/studio/talk/Reading'))
const Studio = lazy(() => import('./features/studio'))

export function App() {
  const resting = session.value !== 'starting' && current.value !== null && route.value.screen === 'today'
  useEffect(() => {
    if (resting) whenIdle(playAhead)
  }, [resting])
  if (session.value === 'starting') return <div class="app"><div class="screen"><main class="body stack"><Skeleton /></main></div></div>
  const to = route.value
  if (to.screen === 'welcome') return <Welcome />
  if (to.screen === 'check') return <Check />
  if (to.screen === 'wall') return <Wall key={to.token} token={to.token} />
  // What is being answered is never interrupted; the letter waits until the person has signed in again.
  const mustSignIn = current.value === null || (expired.value && to.screen !== 'play' && to.screen !== 'review')
  if (mustSignIn) return <SignIn />
  switch (to.screen) {
    case 'today':
      return <Today />
    case 'paths':
      return <Paths />
    case 'quest':
      return <QuestPage key={to.quest} quest={to.quest} />
    case 'standings':
      return <Standings />
    case 'race':
      return <Race key={to.competition} id={to.competition} />
    case 'league':
      return <League />
    case 'new-race':
      return <NewRace />
    case 'join-meet':
      return <JoinMeet />
    case 'weeks':
      return <History />
    case 'week':
      return <Week key={to.monday} monday={to.monday} />
    case 'new-goal':
      return <NewGoal />
    case 'walls':
      return <Walls />
    case 'profile':
      return <Profile />
    case 'points':
      return <Points />
    case 'looks':
      return <Looks />
    case 'notes':
      return <Notes />
    case 'said':
      return <Said />
    case 'people':
      return <People />
    case 'person':
      return <Person key={to.person} id={to.person} />
    case 'newcomer':
      return <Newcomer />
    case 'inbox':
      return <Inbox />
    case 'play':
      return <Play key={`${to.quest}/${to.activity}`} quest={to.quest} activity={to.activity} onClose={() => navigate('/')} />
    case 'practice':
      return <Practice />
    case 'test':
      return <RunTest key={`${to.run}/${to.kind}`} run={to.run} kind={to.kind} onClose={() => navigate('/')} />
    case 'review':
      return <Round onClose={() => navigate('/')} />
    case 'explore':
      return <Explore />
    case 'taste':
      return <Trial key={to.version} version={to.version} kind="taste" onClose={() => navigate('/loype')} />
    case 'competence':
      return <Competence />
    case 'led-competence':
      return <LedCompetence key={to.requirement} requirement={to.requirement} />
    case 'reading':
      return <Reading key={to.module} module={to.module} />
    case 'studio':
      return <Studio place={to.place} />
    case 'questions':
      return <Questions />
    case 'question':
      return <Question key={to.request} id={to.request} />
    case 'asked-post':
      return <AskedPost key={to.request} id={to.request} />
    case 'ask':
      return <Ask about={to.about} />
    case 'missing':
      return <Missing />
  }
}

/** The player, and then each kind of card, so that a post stands at once when it is tapped. */
function playAhead(): void {
  Play.ahead()
  void import('./features/play/kinds').then(({ gatherAll }) => gatherAll(idle), () => undefined)
}

/** The post a question is about, for who helps and does not have it. */
function AskedPost({ id }: { id: string }) {
  const from = () => request<ModuleDocument>(`/help/requests/${encodeURIComponent(id)}/post`)
  return <Trial version={id} kind="asked" from={from} onClose={() => navigate(questionAddress(id))} />
}
