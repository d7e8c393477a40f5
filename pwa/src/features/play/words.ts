/** The player's words in the language of the screens. */
import { choose } from '../../text'
import { exam as enExam, test as enTest } from '../../text/en/exam'
import { play as en } from '../../text/en/play'
import { exam as nbExam, test as nbTest } from '../../text/nb/exam'
import { play as nb } from '../../text/nb/play'
import { exam as nnExam, test as nnTest } from '../../text/nn/exam'
import { play as nn } from '../../text/nn/play'
import { round as enRound } from '../../text/en/round'
import { round as nbRound } from '../../text/nb/round'
import { round as nnRound } from '../../text/nn/round'

export const roundWords = choose({ nb: nbRound, nn: nnRound, en: enRound })
export const words = choose({ nb, nn, en })
/** Of papers: exams, and what is asked before and after a path. */
export const examWords = choose({ nb: nbExam, nn: nnExam, en: enExam })
export const testWords = choose({ nb: nbTest, nn: nnTest, en: enTest })
