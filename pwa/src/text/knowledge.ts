import { knowledge as en } from './en/knowledge'
import { choose } from './index'
import { knowledge as nb } from './nb/knowledge'
import { knowledge as nn } from './nn/knowledge'

export const knowledge = choose({ nb, nn, en })
