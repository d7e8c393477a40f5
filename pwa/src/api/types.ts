/** The shapes of the HTTP contract, as the server publishes them. Everything else imports them from here. */
import type { components } from './schema'

import type { Exercise, Listed } from '../rules/cards'

export type { ModuleDocument } from '../rules/cards'

type Shapes = components['schemas']

export type Language = 'nb' | 'nn' | 'en'
export type QuestState = 'open' | 'coming' | 'done' | 'catch_up'
export type Page<Item> = { items: Item[]; page: number; pages: number; total: number }

export type Person = Shapes['PersonOut']
export type Organisation = Shapes['OrganisationOut']
export type SealMaterial = Shapes['SealOut']
export type SignedIn = Shapes['SessionOut']
export type Settings = Shapes['SettingsOut']
export type Points = Shapes['PointsOut']
export type Membership = Shapes['PlaceOut']
export type Me = Shapes['MeOut']
export type Enrolment = Shapes['EnrolmentOut']
export type Passkey = Shapes['PasskeyOut']
export type ListedPerson = Shapes['ListedOut']
export type LedPerson = Shapes['LedPersonOut']
export type LedDepartment = Shapes['LedDepartmentOut']
export type Code = Shapes['CodeOut']
export type Look = Shapes['LookOut']
export type Week = Shapes['WeekOut']
export type Progress = Shapes['ProgressOut']
export type Activity = Shapes['ActivityOut']
export type Next = Shapes['NextOut']
export type Quest = Shapes['QuestOut']
export type Coming = Shapes['ComingOut']
export type Gap = Shapes['GapOut']
export type BoardPlace = Shapes['PlaceOnBoardOut']
export type Review = Shapes['ReviewOut']
export type ReviewItem = Shapes['ReviewItemOut']
export type Mastered = Shapes['MasteryOut']
export type Today = Shapes['TodayOut']
export type PathQuest = Shapes['StageOut']
export type Path = Shapes['PathOut']
export type Paths = Shapes['PathsOut']
export type Teaser = Shapes['TeaserOut']
export type Offer = Shapes['OfferOut']
export type Started = Shapes['StartedOut']
export type Rating = Shapes['RatingOut']
export type Ratings = Shapes['RatingsOut']
export type RatingGiven = Shapes['RatingIn']
export type Comment = Shapes['CommentOut']
export type Comments = Shapes['CommentsOut']
export type Statistics = Shapes['StatisticsOut']
export type CardStatistics = Shapes['CardStatisticsOut']
export type Finding = Shapes['FindingOut']
export type FiguredModule = Shapes['FiguredModuleOut']
export type FiguredModules = Shapes['FiguredModulesOut']
export type Owner = Shapes['OwnerOut']
export type Talk = Shapes['TalkOut']
export type TalkThread = Shapes['TalkThreadOut']
export type DraftReview = Shapes['ReviewOfDraftOut']
export type DraftReviews = Shapes['ReviewsOfDraftOut']
export type ReadDraft = Shapes['ReadDraftOut']
export type StudioPath = Shapes['StudioPathOut']
export type WholePath = Shapes['WholePathOut']
export type StudioModule = Shapes['StudioModuleOut']
export type MadeModule = Shapes['ListedModuleOut']
export type WholeModule = Shapes['WholeModuleOut']
export type ModuleCheck = Shapes['CheckOut']
export type SavedModule = Shapes['SavedOut']
export type PublishedModule = Shapes['PublishedOut']
export type ForeseenModule = Shapes['ForeseenOut']
export type ModuleVersion = Shapes['VersionOut']
export type Run = Shapes['RunOut']
export type RunPlan = Shapes['RunIn']
export type Forecast = Shapes['ForecastOut']
export type Calendar = Shapes['CalendarOut']
export type CalendarRow = Shapes['CalendarRowOut']
export type CalendarCell = Shapes['CellOut']
export type Season = Shapes['SeasonOut']
export type DaySeen = Shapes['DaySeenOut']
export type SeenStage = Shapes['SeenStageOut']
export type PathDraft = Shapes['PathDraftOut']
export type Pilot = Shapes['PilotOut']
export type PostQuestion = Shapes['PostQuestionOut']
export type Conflict = Shapes['ConflictOut']
export type PlanChange = Pick<Shapes['ChangeIn'], 'kind'> & Partial<Shapes['ChangeIn']>
export type PlanForetold = Shapes['ForetoldOut']
export type Department = Shapes['DepartmentOut']
export type Preview = Shapes['PreviewOut']
export type Imported = Shapes['ImportedOut']
export type SheetPreview = Shapes['SheetPreviewOut']
export type SheetRow = Shapes['SheetRowOut']
export type SheetMade = Shapes['SheetMadeOut']
export type Translation = Shapes['TranslationOut']
export type Spoken = Shapes['SpokenOut']
export type Texts = Shapes['TextsOut']
export type TranslatedText = Shapes['TextOut']
export type TakenTexts = Shapes['TakenTextsOut']
export type StudioMedium = Shapes['StudioMediumOut']
export type StudioMedia = Shapes['StudioMediaOut']
export type MediumFamily = StudioMedium['family']
export type MediumChange = Shapes['DescriptionIn']
export type WeeklyGoal = Settings['weekly_goal']
export type Parts = Shapes['PartsOut']
export type Competition = Shapes['CompetitionOut']
export type RacingChoices = Shapes['RacingChoicesOut']
export type CompetitionPlan = Shapes['CompetitionPlanIn']
export type BoardRow = Shapes['DepartmentRowOut']
export type OwnShare = Shapes['OwnPartOut']
export type DepartmentBoard = Shapes['DepartmentBoardOut']
export type PersonRow = Shapes['PersonRowOut']
export type PeopleBoard = Shapes['PeopleBoardOut']
export type Nudge = Shapes['NudgeOut']
export type Inbox = Shapes['InboxOut']
export type Help = Shapes['HelpOut']
export type HelpRequest = Shapes['RequestOut']
export type HelpThread = Shapes['ThreadOut']
export type Reflection = Shapes['ReflectionOut']
export type Reflections = Shapes['ReflectionsOut']
export type Competence = Shapes['CompetenceOut']
export type Competences = Shapes['CompetencesOut']
export type Streak = Shapes['StreakOut']
export type EarnedBadge = Shapes['BadgeOut']
export type Badges = Shapes['BadgesOut']
export type Requirement = Shapes['RequirementOut']
export type RequirementPlan = Shapes['RequirementIn']
export type StudioTopic = Shapes['TopicOut']
export type LedRequirement = Shapes['LedRequirementOut']
export type Holder = Shapes['HolderOut']
export type Holders = Shapes['HoldersOut']
export type PublishedKeys = Shapes['KeysOut']
export type Fault = Shapes['FaultOut']
export type Switches = Shapes['SwitchesOut']
export type PushDevice = Shapes['SubscriptionOut']
export type PushDevices = Shapes['SubscriptionsOut']
export type Entry = Shapes['EntryOut']
export type Notice = Shapes['NoticeOut']
export type Verdict = Omit<Shapes['VerdictOut'], 'exam'> & { exam?: Examined }
export type OfferedTest = Shapes['OfferedTestOut']
export type RunTest = Omit<Shapes['RunTestOut'], 'cards'> & { cards: (Omit<Shapes['AskedOut'], 'card'> & { card: Listed })[] }
export type GroupChange = Shapes['GroupChangeOut']
export type ExamTerms = Shapes['ExamOut']
/** What a verdict tells of an exam: each card whole, under the ids of the device. */
export type Examined = Omit<Shapes['ExaminedOut'], 'cards'> & { cards: { id: string; right: boolean; card: Exercise }[] }
export type Verdicts = { verdicts: Verdict[] }
export type Best = Shapes['BestOut']
export type Bests = Shapes['BestsOut']

/** A letter as the device writes it; the server reads each for itself. */
export type Letter = {
  id: string
  kind: 'module' | 'review' | 'before' | 'after' | 'skip'
  /** Of tests before and after a run, and of what is skipped in it. */
  run?: string
  activities?: string[]
  activity: string | null
  module_version: string | null
  language: string
  seed: number
  started_at: string
  finished_at: string | null
  answers: { card: string; response: unknown; answered_at: string; seconds: number; variant?: string; module_version?: string }[]
}
