// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_array_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace mia::exchange {
namespace {

constexpr std::size_t kWindow = 4u << 20;

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

JsonArrayStream::JsonArrayStream(const std::filesystem::path& file, std::int64_t byte,
                                 std::int64_t row)
    : file_(file), base_(byte), row_(row), doneByte_(byte) {
  descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0 || ::lseek(descriptor_, byte, SEEK_SET) < 0) {
    const int reason = errno;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw Error(reason == ENOENT ? ErrorKind::kNotFound : ErrorKind::kIo,
                "Cannot read " + file.string() + ": " + std::strerror(reason));
  }
  buffer_.resize(kWindow + kPadding);
  try {
    if (byte == 0) begin();
  } catch (const Error&) {
    ::close(descriptor_);
    throw;
  }
}

JsonArrayStream::~JsonArrayStream() { ::close(descriptor_); }

void JsonArrayStream::begin() {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  refill();
  if (std::string_view(buffer_.data(), filled_).starts_with(kByteOrderMark)) at_ = keep_ = 3;
  if (peek() != '[') {
    throw Error(ErrorKind::kBadInput, file_.string() + " is not a JSON list of records",
                "It should begin with [ and hold one {…} per record");
  }
  keep_ = ++at_;
}

// Moves what is still needed to the front, and reads behind it; false at the end of the file.
bool JsonArrayStream::refill() {
  if (keep_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + keep_, filled_ - keep_);
    filled_ -= keep_;
    at_ -= keep_;
    base_ += static_cast<std::int64_t>(keep_);
    keep_ = 0;
  }
  if (filled_ + kPadding == buffer_.size()) buffer_.resize(2 * buffer_.size());
  while (true) {
    const ssize_t got =
        ::read(descriptor_, buffer_.data() + filled_, buffer_.size() - kPadding - filled_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      throw Error(ErrorKind::kIo, "Cannot read " + file_.string() + ": " + std::strerror(errno));
    }
    filled_ += static_cast<std::size_t>(got);
    return got > 0;
  }
}

char JsonArrayStream::peek() {
  while (true) {
    while (at_ < filled_ && isSpace(buffer_[at_])) ++at_;
    if (at_ < filled_) return buffer_[at_];
    keep_ = at_;
    if (!refill()) return 0;
  }
}

std::optional<JsonArrayStream::Element> JsonArrayStream::breakHere(std::int64_t byte,
                                                                   const std::string& words) {
  broken_ = Break{byte, row_, words};
  return std::nullopt;
}

std::optional<JsonArrayStream::Element> JsonArrayStream::next() {
  if (ended_ || broken_) return std::nullopt;
  keep_ = at_;
  char c = peek();
  if (row_ > 0 && c == ',') {
    ++at_;
    c = peek();
  } else if (c != ']' && c != 0 && row_ > 0) {
    return breakHere(offset(), "a comma or ] is missing");
  }
  if (c == 0) return breakHere(offset(), "the file ends before its list does");
  if (c == ']') {
    ended_ = true;
    ++at_;
    if (peek() != 0) return breakHere(offset(), "there is more behind the end of the list");
    return std::nullopt;
  }
  keep_ = at_;
  const std::int64_t begin = offset();
  if (!findEnd()) {
    return breakHere(begin, at_ == keep_ ? "no record begins here"
                            : filled_ - keep_ > kLongestElement
                                ? "a record that begins here does not end within 64 MiB"
                                : "the record that begins here does not end");
  }
  doneByte_ = offset();
  return Element{{buffer_.data() + keep_, at_ - keep_}, begin, row_++};
}

// Moves at_ behind the element that begins at it.
bool JsonArrayStream::findEnd() {
  const char first = buffer_[at_];
  if (first == '{' || first == '[') return scanNested();
  if (first == '"') return scanString();
  return scanScalar();
}

bool JsonArrayStream::scanNested() {
  int depth = 0;
  while (true) {
    while (at_ < filled_) {
      const char c = buffer_[at_];
      if (c == '"') {
        if (!scanString()) return false;
        continue;
      }
      ++at_;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) return true;
    }
    if (filled_ - keep_ > kLongestElement || !refill()) return false;
  }
}

bool JsonArrayStream::scanString() {
  const std::size_t opening = at_ - keep_;  // from keep_, because refilling moves the buffer
  ++at_;
  while (true) {
    const auto* quote =
        static_cast<const char*>(std::memchr(buffer_.data() + at_, '"', filled_ - at_));
    if (quote == nullptr) {
      at_ = filled_;
      if (filled_ - keep_ > kLongestElement || !refill()) return false;
      continue;
    }
    at_ = static_cast<std::size_t>(quote - buffer_.data()) + 1;
    std::size_t backslashes = 0;
    for (std::size_t i = at_ - 1; i > keep_ + opening + 1 && buffer_[i - 1] == '\\'; --i) {
      ++backslashes;
    }
    if (backslashes % 2 == 0) return true;
  }
}

bool JsonArrayStream::scanScalar() {
  while (true) {
    for (; at_ < filled_; ++at_) {
      const char c = buffer_[at_];
      if (isSpace(c) || c == ',' || c == ']' || c == '}') return at_ > keep_;
    }
    if (filled_ - keep_ > kLongestElement || !refill()) return false;
  }
}

}  // namespace mia::exchange
