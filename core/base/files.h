// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mia {

/// The whole content of a file; Error kNotFound or kIo, naming the file.
std::string readFile(const std::filesystem::path& file);

/// Replaces `file` in one step: written beside it, synced, renamed over it. A reader, or a crash at
/// any moment, sees the old content or the new one, never a part.
void writeFileAtomically(const std::filesystem::path& file, std::string_view content);

/// Appends whole lines that survive a crash of this process, one write(2) per line.
class LineAppender {
 public:
  /// Opens for appending and makes the file if there is none. A last line that a crash left without
  /// its newline is cut off, so that the next line starts clean.
  explicit LineAppender(const std::filesystem::path& file);
  ~LineAppender();
  LineAppender(const LineAppender&) = delete;
  LineAppender& operator=(const LineAppender&) = delete;

  /// `line` without its newline.
  void append(std::string_view line);
  /// Forces what was appended to the disk.
  void sync();

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
};

}  // namespace mia
