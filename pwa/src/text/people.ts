import { people as en } from './en/people'
import { choose } from './index'
import { people as nb } from './nb/people'
import { people as nn } from './nn/people'

export const people = choose({ nb, nn, en })
