import { today as en } from './en/today'
import { choose } from './index'
import { today as nb } from './nb/today'
import { today as nn } from './nn/today'

export const today = choose({ nb, nn, en })
