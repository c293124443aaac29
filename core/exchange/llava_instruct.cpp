// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/llava_instruct.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace mia::exchange {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

static_assert(JsonArrayStream::kPadding >= simdjson::SIMDJSON_PADDING);

constexpr std::string_view kSpace = " \t\r\n\v\f";

bool isBlank(std::string_view text) { return text.find_first_not_of(kSpace) == text.npos; }

// Ends the reading of a record; caught in next(), where it becomes the record's problem.
struct Unusable {
  QuarantineReason reason;
  std::string words;
};

[[noreturn]] void malformed(const std::string& words) {
  throw Unusable{QuarantineReason::kMalformed, words};
}

std::string_view textField(const object& fields, const char* key, const std::string& where) {
  std::string_view text;
  const auto error = fields[key].get(text);
  if (error == simdjson::NO_SUCH_FIELD) malformed(where + " has no \"" + key + "\"");
  if (error != simdjson::SUCCESS) malformed(where + ": \"" + key + "\" is not a text");
  return text;
}

std::string readId(const object& record) {
  element id;
  if (record["id"].get(id) != simdjson::SUCCESS || id.is_null()) return {};
  std::string_view text;
  if (id.get(text) == simdjson::SUCCESS) return std::string(text);
  return std::string(simdjson::minify(id));
}

// The images as written: none when the field is missing, null or empty.
std::vector<std::string> readImages(const object& record) {
  element field;
  if (record["image"].get(field) != simdjson::SUCCESS || field.is_null()) return {};
  std::vector<std::string> images;
  std::string_view text;
  array list;
  if (field.get(text) == simdjson::SUCCESS) {
    if (!text.empty()) images.emplace_back(text);
  } else if (field.get(list) == simdjson::SUCCESS) {
    for (const element entry : list) {
      if (entry.get(text) != simdjson::SUCCESS)
        malformed("\"image\" is a list with more than texts");
      images.emplace_back(text);
    }
  } else {
    malformed("\"image\" is neither a text nor a list");
  }
  for (const std::string& image : images) {
    if (image.find('\0') != image.npos) malformed("the image's path has a zero byte in it");
  }
  return images;
}

struct Conversation {
  std::vector<Turn> turns;
  int marks = 0;
  int marksInAnswers = 0;
};

Conversation readConversation(const object& record) {
  array messages;
  const auto error = record["conversations"].get(messages);
  if (error == simdjson::NO_SUCH_FIELD) malformed("it has no \"conversations\"");
  if (error != simdjson::SUCCESS) malformed("\"conversations\" is not a list");
  Conversation conversation;
  bool humanIsNext = true;
  int number = 0;
  for (const element entry : messages) {
    const std::string where = "message " + std::to_string(++number);
    object message;
    if (entry.get(message) != simdjson::SUCCESS) malformed(where + " is not an object");
    const std::string_view from = textField(message, "from", where);
    const std::string_view value = textField(message, "value", where);
    if (from != (humanIsNext ? "human" : "gpt")) {
      malformed(where + " is from \"" + std::string(from) + "\" where \"" +
                (humanIsNext ? "human" : "gpt") + "\" should speak");
    }
    if (humanIsNext) {
      conversation.turns.push_back({withoutImageMarks(value, conversation.marks), {}});
    } else {
      withoutImageMarks(value, conversation.marksInAnswers);
      conversation.turns.back().answer = std::string(value);
    }
    humanIsNext = !humanIsNext;
  }
  if (conversation.turns.empty()) malformed("\"conversations\" is empty");
  return conversation;
}

void checkMarks(const std::vector<std::string>& images, const Conversation& conversation) {
  const auto marks = static_cast<std::size_t>(conversation.marks);
  if (images.empty() && marks == 0) {
    throw Unusable{QuarantineReason::kTextOnly, "it has no image"};
  }
  if (conversation.marksInAnswers > 0) {
    throw Unusable{QuarantineReason::kImageMarks, "an answer holds an image mark"};
  }
  if (marks != images.size()) {
    throw Unusable{QuarantineReason::kImageMarks, std::to_string(marks) + " image marks for " +
                                                      std::to_string(images.size()) +
                                                      (images.size() == 1 ? " image" : " images")};
  }
  if (images.size() > 1) {
    malformed("it has " + std::to_string(images.size()) + " images; a question here is about one");
  }
}

void checkTurns(const std::vector<Turn>& turns) {
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const std::string which = turns.size() == 1 ? "" : " of turn " + std::to_string(i + 1);
    if (turns[i].question.empty()) {
      throw Unusable{QuarantineReason::kEmptyQuestion, "the question" + which + " is empty"};
    }
    if (isBlank(turns[i].answer)) {
      throw Unusable{QuarantineReason::kNoAnswer, "the question" + which + " has no answer"};
    }
  }
}

void readRecord(const element& parsed, LlavaRecord& record) {
  object fields;
  if (parsed.get(fields) != simdjson::SUCCESS) malformed("it is not an object");
  record.id = readId(fields);
  const std::vector<std::string> images = readImages(fields);
  Conversation conversation = readConversation(fields);
  checkMarks(images, conversation);
  checkTurns(conversation.turns);
  record.image = images.front();
  record.turns = std::move(conversation.turns);
}

// The text without commas that stand before a closing bracket, outside of strings.
std::string withoutTrailingCommas(std::string_view text) {
  std::string clean;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString && c == '\\' && i + 1 < text.size()) {
      clean += c;
      clean += text[++i];
      continue;
    }
    if (c == '"') inString = !inString;
    if (!inString && c == ',') {
      const std::size_t following = text.find_first_not_of(kSpace, i + 1);
      if (following != text.npos && (text[following] == '}' || text[following] == ']')) continue;
    }
    clean += c;
  }
  return clean;
}

// A lost quote makes the search for a record's end run into its neighbours.
bool heldNeighbours(std::string_view text) {
  constexpr std::string_view kKey = "\"conversations\"";
  const std::size_t first = text.find(kKey);
  return first != text.npos && text.find(kKey, first + kKey.size()) != text.npos;
}

}  // namespace

struct LlavaInstructReader::Parser {
  simdjson::dom::parser strict;
  simdjson::dom::parser repaired;

  simdjson::error_code parse(std::string_view text, element& parsed) {
    const auto error = strict.parse(text.data(), text.size(), false).get(parsed);
    if (error == simdjson::SUCCESS) return error;
    const std::string clean = withoutTrailingCommas(text);
    if (clean.size() == text.size()) return error;
    return repaired.parse(clean).get(parsed);
  }
};

LlavaInstructReader::LlavaInstructReader(const std::filesystem::path& file, std::int64_t byte,
                                         std::int64_t row)
    : stream_(file, byte, row), parser_(std::make_unique<Parser>()) {}

LlavaInstructReader::~LlavaInstructReader() = default;

const std::optional<JsonArrayStream::Break>& LlavaInstructReader::broken() const {
  return broken_ ? broken_ : stream_.broken();
}

std::optional<LlavaRecord> LlavaInstructReader::next() {
  if (broken_) return std::nullopt;
  const auto found = stream_.next();
  if (!found) return std::nullopt;
  LlavaRecord record;
  record.row = found->row;
  record.byte = stream_.byte();
  element parsed;
  if (const auto error = parser_->parse(found->text, parsed); error != simdjson::SUCCESS) {
    if (heldNeighbours(found->text)) {
      broken_ = {found->byte, found->row,
                 "a quote or bracket is lost in the record that begins here"};
      return std::nullopt;
    }
    record.problem = {QuarantineReason::kMalformed,
                      "it is not sound JSON (" + std::string(simdjson::error_message(error)) +
                          "), at byte " + std::to_string(found->byte)};
    return record;
  }
  try {
    readRecord(parsed, record);
  } catch (const Unusable& unusable) {
    record.problem = {unusable.reason, unusable.words};
  }
  return record;
}

std::string withoutImageMarks(std::string_view text, int& marks) {
  constexpr std::array<std::string_view, 2> kMarks = {"<image>", "<image-placeholder>"};
  std::string clean(text);
  for (std::size_t at = 0; (at = clean.find("<image", at)) != clean.npos;) {
    const std::string_view rest = std::string_view(clean).substr(at);
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                   [&](std::string_view known) { return rest.starts_with(known); });
    if (mark == kMarks.end()) {
      ++at;
      continue;
    }
    ++marks;
    clean.erase(at, mark->size());
    at -= std::min(at, kMarks.back().size());  // what stood around it may make a mark anew
  }
  const std::size_t first = clean.find_first_not_of(kSpace);
  if (first == clean.npos) return {};
  return clean.substr(first, clean.find_last_not_of(kSpace) - first + 1);
}

}  // namespace mia::exchange
