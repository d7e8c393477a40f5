import { calendar as en } from './en/calendar'
import { choose } from './index'
import { calendar as nb } from './nb/calendar'
import { calendar as nn } from './nn/calendar'

export const calendar = choose({ nb, nn, en })
