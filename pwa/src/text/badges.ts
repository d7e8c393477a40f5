import { badges as en } from './en/badges'
import { choose } from './index'
import { badges as nb } from './nb/badges'
import { badges as nn } from './nn/badges'

export const badges = choose({ nb, nn, en })
