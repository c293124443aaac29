// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace mia {
namespace {

struct flock wholeFile() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

Error cannotLock(const std::filesystem::path& file) {
  return {ErrorKind::kIo, "Cannot lock " + file.string() + ": " + std::strerror(errno)};
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw cannotLock(file);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool FileLock::take(int command, const std::filesystem::path& file) {
  struct flock lock = wholeFile();
  int taken = -1;
  while ((taken = ::fcntl(descriptor_, command, &lock)) != 0 && errno == EINTR) {
  }
  if (taken != 0 && errno != EAGAIN && errno != EACCES) throw cannotLock(file);
  return taken == 0;
}

FileLock FileLock::wait(const std::filesystem::path& file) {
  FileLock lock(file);
  lock.take(F_OFD_SETLKW, file);
  return lock;
}

std::optional<FileLock> FileLock::tryLock(const std::filesystem::path& file) {
  FileLock lock(file);
  if (!lock.take(F_OFD_SETLK, file)) return std::nullopt;
  return lock;
}

bool FileLock::isHeld(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct flock lock = wholeFile();
  const bool asked = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
  ::close(descriptor);
  return asked && lock.l_type != F_UNLCK;
}

}  // namespace mia
