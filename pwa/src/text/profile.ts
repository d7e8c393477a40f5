import { profile as en } from './en/profile'
import { choose } from './index'
import { profile as nb } from './nb/profile'
import { profile as nn } from './nn/profile'

export const profile = choose({ nb, nn, en })
