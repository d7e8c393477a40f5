"""What is said of a fault: here in English, for logs and the command line; screens use its code and what is given."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Remedy:
    """A code of REMEDIES with what fills its sentence."""

    code: str
    given: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return REMEDIES[self.code].format_map({name: _WHATS.get(value, value) for name, value in self.given})


def remedy(code: str, **given: object) -> Remedy:
    """The remedy of that code."""
    return Remedy(code, tuple((name, str(value)) for name, value in given.items()))


_WHATS: Mapping[str, str] = {
    "of_languages": "of nb, nn, en",
    "short_sentences": "short sentences",
    "options_explained": "options, each with id, text and explanation",
    "options_plain": "options, each with id and text",
    "quest_id": "quest id",
    "picture_file": "a picture",
    "audio_file": "sound",
    "video_file": "a video",
    "captions_file": "captions (WebVTT)",
    "forms": "accepted forms",
    "characters": "characters, each with id and name",
    "meters": "meters, each with id, text, start and enough",
    "nodes": "nodes, each with id and text",
    "ways": "ways on, each with to, all but the last with when",
    "node_texts": "texts, all but the last with when",
}
"""What there is too much or too little of, where it is more than a word."""

REMEDIES: Mapping[str, str] = {
    # Shapes and texts.
    "missing": "is missing",
    "unknown_field": "is an unknown field: leave it out",
    "not_object": "needs to be an object",
    "not_text": "needs to be a text",
    "not_boolean": "needs to be true or false",
    "count": "needs {least} to {most} {what}",
    "empty": "is empty: write the text, or leave the field out where it is optional",
    "too_long": "is {length} characters long: shorten it to {most}",
    "no_html": "no HTML: write words, or leave a space after <",
    "no_entities": "no HTML entities: write the sign itself",
    "no_images": "no images in texts: use the card's picture",
    "no_links": "no links: name the source under sources",
    "no_addresses": "no web addresses: name the source under sources",
    "no_headings": "no headings or code: paragraphs, **bold**, *italics* and - lists",
    "no_controls": "no control characters: line breaks are written as \\n",
    "each_language": "needs a text in each language: {languages}",
    "language_missing": "is missing: every text is needed in every language of the document",
    "language_foreign": "is not one of the languages of the document",
    "twice": '"{value}" is used before: give each {what} its own',
    # Modules and cards.
    "format": 'needs to be "{format}"',
    "slug": "needs to be a short name in small letters a to z, digits and single hyphens",
    "one_of": "needs to be one of {known}",
    "some_of": "needs to list some of {known}",
    "card_type": "needs to be a card of one of the types {known}",
    "id": "needs to be an id of letters and digits, such as {example}",
    "picture_hash": "needs to be the SHA-256 of the picture in hex",
    "picture_file": "needs to be the name of a file in media/",
    "key_match": "needs to give each id of left one id of right",
    "key_choice": "needs to be the id of the right option",
    "key_order": "needs to be a list of all ids of the options in the right order, each once",
    "key_multiple": "needs to be a list of the ids of the right options, one or more, each once",
    "key_sort": "needs to give each id of options one id of buckets",
    "fraction": "needs to be a number from 0 to 1, a fraction of the picture",
    "outside_picture": "reaches outside the picture: make it smaller",
    "form": "needs to be a word or phrase that can be written, at most {most} characters",
    "survey_form": "needs exactly one of scale, options, free",
    "scale_ends": "needs whole numbers least and most, from 0 to 10, least the smaller",
    "not_true": "needs to be true, or left out",
    "measure": "needs to be a number between -1e12 and 1e12",
    "negative": "needs to be zero or more",
    "no_exercise": "needs at least one exercise: a module teaches by asking",
    "remembered": "has more than {most} cards marked remember: keep the ones most worth remembering",
    "takes_long": "takes too long ({shown}): shorten it to {most} s or less in every language",
    "exam_pass": "needs to be the share that must be right, above 0 and at most 1, such as 0.8",
    "exam_attempts": "needs to be a whole number from 1 to {most}",
    "exam_card": "cannot stand in an exam: use {known}, or cards that tell",
    "exam_remember": "cannot be remembered: what comes back for practice carries its answer; leave it out in an exam",
    # Scenarios.
    "scenario_level": "needs to be a whole number from 0 to 100",
    "scenario_effect": "needs to be a whole number from -100 to 100",
    "scenario_when": "needs least, most or both, whole numbers from 0 to 100",
    "scenario_meters": "needs to name meters of the card",
    "scenario_who": "needs to be the id of one of the characters",
    "scenario_node": "needs to be the id of one of the nodes",
    "scenario_ending": "needs to be true: leave it out where the play goes on",
    "scenario_last_when": "is the last and needs to be without when, so that one always fits: leave it out",
    "scenario_dead_end": "is a dead end ({node}): give it an option that can always be chosen, or make it an ending",
    "scenario_node_never": "is never met ({node}): lead a way to it, or leave it out",
    "scenario_ending_never": "is an ending that no play comes to ({node}): lead a way to it, or leave it out",
    "scenario_option_never": "can never be chosen ({node}): mend its when, or leave it out",
    "scenario_way_never": "is a way that no play takes ({node}): mend the when, or leave it out",
    "scenario_variant_never": "is a text that no play shows ({node}): mend the when, or leave it out",
    "scenario_loop": "is come round to for ever ({node}): let a meter or another way lead out",
    "scenario_large": "can be played in more than {most} ways to stand: use fewer meters, or effects in larger steps",
    "scenario_long": "can take {moves} choices: shorten it to {most}",
    "scenario_no_good": "needs an ending that is good: mark one, and lead a way to it",
    "scenario_no_bad": "needs an ending that is not good: choices need consequences",
    "scenario_one_way": "has only one way through: give the person a choice",
    "scenario_key": "needs to be a way from the start to a good ending: [[node, option], …]",
    "scenario_key_goals": "reaches {reached} goals where {most} can be reached: give the best way",
    # Paths.
    "kind": 'needs to be "module"',
    "module_absent": 'needs to be a module of this package: "{module}" is not in modules/',
    "module_unnamed": "needs to be a module of this package: it is not in modules/",
    "activity_twice": 'the activity id "{id}" is used before: give each activity of the path its own',
    "pretest": 'needs to be true, or {{"cards": a whole number from {least} to {most}}}',
    # Files of a package.
    "file_large": "is larger than {most} MiB: split it",
    "field_twice": "has the field {field} twice in one object: keep one of them",
    "not_json": "is not JSON in UTF-8 (line {line}, column {column}): mend it there",
    "too_deep": "is nested too deep, or has a number too long to read",
    "no_place": "has no place in a package: only manifest.json, modules/*.json, paths/*.json, media/*",
    "picture_absent": "needs to be in media/: there is no {name}",
    "picture_unknown": "needs to be the SHA-256 of a picture in media/",
    "same_as": "is the same as in {file}: give each its own",
    "not_names": "needs to be a list of names",
    "listed": "needs to list exactly what is in {folder}/: look at {odd}",
    "listed_twice": "needs to list exactly what is in {folder}/: look at one is listed twice",
    # Pictures, sound, video, captions.
    "media_kind": (
        "needs to be a picture (SVG, PNG, JPEG, WebP), sound (MP3, M4A, Opus), video (MP4, WebM) or captions (WebVTT)"
    ),
    "media_large": "is larger than {most} MiB: make it smaller",
    "media_damaged": "is damaged or cut off: save it again",
    "media_after": "has something else after its end: save it again",
    "media_length": "does not tell how long it lasts: save it again as a finished file",
    "media_not": "needs to be {what}, and the file is something else: name another",
    "media_hash": "needs to be the SHA-256 of the file in hex",
    "media_sent": (
        "needs to be a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), sound (MP3, M4A, Opus), video (MP4, WebM) or "
        "captions (WebVTT)"
    ),
    "media_full": "does not fit: {used} of the {most} MiB of the library are taken. Take away what is not used",
    "picture_heic": "is HEIC, which not every phone shows: save it as JPEG",
    "audio_kind": "needs to be sound as MP3, M4A (AAC) or Opus",
    "video_kind": "needs to be video as MP4 (H.264 with AAC) or WebM",
    "picture_pixels": "has more than {most} million pixels: make it smaller",
    "picture_damaged": "is no whole picture: save it again",
    "captions_large": "is larger than {most} KiB: these are no captions of three minutes",
    "captions_coding": "needs to be written in UTF-8",
    "captions_line": "is no sound WebVTT at line {line}: look at the times there",
    "captions_order": "goes back in time at line {line}: put the cues in their order",
    "captions_words": "has more than words at line {line}: no tags and no entities in captions",
    "captions_long": "has a cue of more than {most} characters at line {line}: divide it",
    "captions_cues": "needs 1 to {most} cues",
    "captions_outlast": "go on after the video has ended: give the captions of this video",
    "drawing_coding": "needs to be written in UTF-8",
    "drawing_plain": "has processing instructions, a document type or another encoding: save it as plain SVG in UTF-8",
    "drawing_broken": "is not well-formed SVG: save it again as plain SVG",
    "drawing_root": "needs an svg element of http://www.w3.org/2000/svg as its root",
    "drawing_large": "has more than {most} shapes: make it simpler",
    "drawing_element": "has the element {name}: only shapes, groups, gradients, masks and text are shown",
    "drawing_attribute": "has the attribute {name}: write colours and sizes as plain attributes",
    "drawing_reference": ("has a reference in the attribute {name}: a drawing may only refer to itself, by url(#id)"),
    # The zip file.
    "zip_broken": "is not a whole zip file: make it again",
    "zip_around": "is not a whole zip file, or has something before or after it: make it again",
    "zip_unpacks": "unpacks to more than {most} MiB: split it",
    "zip_64": "is a zip64 file: make a smaller package",
    "zip_files": "holds more than {most} files: split it",
    "zip_overlap": "has files that overlap: make it again",
    "zip_tales": "has two tales of the same file: make it again",
    "zip_sizes": "has files whose sizes do not agree: make it again",
    "name_twice": "has the same name as another file but for case or accents: rename it",
    "name_long": "has a name longer than {most} characters: shorten it",
    "name_signs": "has a backslash, a drive letter or an invisible sign in its name: rename it",
    "name_outside": "has a name that leads outside the package: rename it",
    "encrypted": "is encrypted: make the package without a password",
    "not_file": "is a link or a device: put the file itself in the package",
    "folder_content": "is a folder with content: make the package again",
    "compression": "is compressed in an unusual way: use plain zip",
    "ratio": "unpacks to more than {most} times its size: leave it out",
    "damaged": "is damaged: make the package again",
    "damaged_size": "is damaged or not the size it says: make the package again",
}
