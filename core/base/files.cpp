// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace mia {
namespace {

Error ioError(const std::string& action, const std::filesystem::path& file) {
  const ErrorKind kind = errno == ENOENT   ? ErrorKind::kNotFound
                         : errno == ENOSPC ? ErrorKind::kResource
                                           : ErrorKind::kIo;
  return Error(kind, "Cannot " + action + " " + file.string() + ": " + std::strerror(errno));
}

void writeAll(int descriptor, std::string_view content, const std::filesystem::path& file) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw ioError("write", file);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

// The length of the file up to and including its last newline.
off_t completeLength(int descriptor, const std::filesystem::path& file) {
  off_t end = ::lseek(descriptor, 0, SEEK_END);
  char block[4096];
  while (end > 0) {
    const auto size = static_cast<std::size_t>(std::min<off_t>(end, sizeof block));
    const off_t start = end - static_cast<off_t>(size);
    if (::pread(descriptor, block, size, start) != static_cast<ssize_t>(size)) {
      throw ioError("read", file);
    }
    for (std::size_t i = size; i > 0; --i) {
      if (block[i - 1] == '\n') return start + static_cast<off_t>(i);
    }
    end = start;
  }
  return 0;
}

}  // namespace

std::string readFile(const std::filesystem::path& file) {
  // By hand: a stream takes a folder, or a disk that fails to be read, for an empty file.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw ioError("read", file);
  std::string content;
  char block[65536];
  ssize_t size = 0;
  while ((size = ::read(descriptor, block, sizeof block)) > 0 || (size < 0 && errno == EINTR)) {
    if (size > 0) content.append(block, static_cast<std::size_t>(size));
  }
  const int failure = errno;
  ::close(descriptor);
  errno = failure;
  if (size < 0) throw ioError("read", file);
  return content;
}

void writeFileAtomically(const std::filesystem::path& file, std::string_view content) {
  const std::filesystem::path partial = file.string() + ".partial-" + std::to_string(::getpid());
  const int descriptor = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) throw ioError("write", file);
  try {
    writeAll(descriptor, content, file);
    if (::fsync(descriptor) != 0) throw ioError("write", file);
  } catch (...) {
    ::close(descriptor);
    ::unlink(partial.c_str());
    throw;
  }
  ::close(descriptor);
  if (::rename(partial.c_str(), file.c_str()) != 0) throw ioError("replace", file);
}

LineAppender::LineAppender(const std::filesystem::path& file)
    : file_(file),
      descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw ioError("write", file);
  if (::ftruncate(descriptor_, completeLength(descriptor_, file_)) != 0) {
    throw ioError("write", file_);
  }
}

LineAppender::~LineAppender() { ::close(descriptor_); }

void LineAppender::append(std::string_view line) {
  std::string whole(line);
  whole.push_back('\n');
  writeAll(descriptor_, whole, file_);
}

void LineAppender::sync() {
  if (::fdatasync(descriptor_) != 0) throw ioError("write", file_);
}

}  // namespace mia
