// The words of generated names: weather of the mind, and things of ports and ships.
#pragma once

#include <string_view>

namespace quayside::containers
{

inline constexpr std::string_view adjectives[] = {
    "able",     "agile",  "airy",    "alert", "ample",    "apt",      "aware",   "balmy",   "bold",
    "brave",    "breezy", "bright",  "brisk", "calm",     "candid",   "careful", "cheery",  "civil",
    "clear",    "clever", "cosy",    "cool",  "cordial",  "curious",  "daring",  "deft",    "dry",
    "eager",    "early",  "earnest", "easy",  "even",     "exact",    "fair",    "famous",  "fleet",
    "fluent",   "fond",   "frank",   "free",  "fresh",    "friendly", "gentle",  "glad",    "golden",
    "graceful", "grand",  "handy",   "happy", "hardy",    "hearty",   "honest",  "hopeful", "humble",
    "jolly",    "jovial", "keen",    "kind",  "lively",   "loyal",    "lucid",   "lucky",   "mellow",
    "merry",    "mild",   "modest",  "neat",  "nimble",   "noble",    "novel",   "patient", "placid",
    "plucky",   "polite", "prompt",  "proud", "quick",    "quiet",    "rapid",   "ready",   "rosy",
    "salty",    "serene", "sharp",   "shiny", "silent",   "silver",   "sleek",   "smart",   "smooth",
    "snug",     "sober",  "solid",   "sound", "spry",     "stable",   "steady",  "stout",   "sturdy",
    "sunny",    "swift",  "tidal",   "tidy",  "tranquil", "trim",     "true",    "upbeat",  "useful",
    "valiant",  "vast",   "vivid",   "warm",  "wide",     "windy",    "wise",    "witty",   "zesty"};

inline constexpr std::string_view nouns[] = {
    "anchor",  "anchorage", "atlas",      "ballast",   "barge",    "barnacle", "bay",      "beacon",
    "bell",    "berth",     "binnacle",   "boat",      "bollard",  "boom",     "bow",      "breeze",
    "bridge",  "brig",      "buoy",       "cabin",     "cable",    "canal",    "canoe",    "cape",
    "capstan", "captain",   "cargo",      "catamaran", "channel",  "chart",    "cleat",    "clipper",
    "cockle",  "compass",   "coral",      "cove",      "crane",    "crew",     "current",  "cutter",
    "davit",   "deck",      "delta",      "derrick",   "dinghy",   "dock",     "dolphin",  "drifter",
    "estuary", "fathom",    "ferry",      "fjord",     "fleet",    "flotilla", "foghorn",  "frigate",
    "galleon", "galley",    "gangway",    "gannet",    "gull",     "halyard",  "harbour",  "hatch",
    "haven",   "hawser",    "helm",       "heron",     "hull",     "inlet",    "islet",    "jetty",
    "jib",     "kayak",     "keel",       "ketch",     "knot",     "lagoon",   "lantern",  "latitude",
    "launch",  "lighter",   "lighthouse", "locker",    "logbook",  "longboat", "mainsail", "marina",
    "mariner", "mast",      "meridian",   "mooring",   "narwhal",  "oar",      "offing",   "oyster",
    "packet",  "paddle",    "pelican",    "petrel",    "pier",     "pilot",    "pinnace",  "plover",
    "pontoon", "porpoise",  "porthole",   "puffin",    "quay",     "raft",     "reef",     "rigging",
    "rudder",  "sailor",    "sandbar",    "schooner",  "seal",     "sextant",  "sheet",    "shoal",
    "signal",  "skiff",     "slipway",    "sloop",     "sounding", "spar",     "squall",   "starboard",
    "stern",   "stevedore", "strait",     "tackle",    "tender",   "tern",     "tide",     "tiller",
    "topsail", "trawler",   "trident",    "tug",       "vessel",   "voyage",   "wake",     "walrus",
    "warp",    "watch",     "wave",       "wharf",     "whelk",    "winch",    "windlass", "yacht",
    "yawl"};

} // namespace quayside::containers
