import { league as en } from './en/league'
import { choose } from './index'
import { league as nb } from './nb/league'
import { league as nn } from './nn/league'

export const league = choose({ nb, nn, en })
